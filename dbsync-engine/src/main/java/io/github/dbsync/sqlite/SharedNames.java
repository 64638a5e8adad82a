package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.dialect.Translation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Settles the names that tables and indexes share in SQLite, in the whole database and blind to case. */
final class SharedNames {

    private static final String RESERVED = "sqlite_";

    private final Set<String> taken = new HashSet<>();
    private final Set<String> namesakes = new HashSet<>();

    SharedNames(List<Table> tables) {
        tables.stream()
                .map(table -> folded(table.name().name()))
                .filter(name -> !taken.add(name))
                .forEach(namesakes::add);
    }

    /** The same with index names that no table and no other index has. */
    Translation settle(Translation translation) {
        Table table = translation.table();
        List<LedgerEntry> ledger = new ArrayList<>(translation.ledger());
        if (namesakes.contains(folded(table.name().name()))) {
            ledger.add(namesake(table));
        }
        List<Index> indexes = table.indexes().stream()
                .map(index -> settle(index, table, ledger))
                .toList();
        return new Translation(withIndexes(table, indexes), ledger);
    }

    private static LedgerEntry namesake(Table table) {
        return new LedgerEntry(
                "table",
                table.name().toString(),
                Fate.REFUSED,
                "another table's name differs only in upper and lower case, which SQLite does not tell apart");
    }

    private Index settle(Index index, Table table, List<LedgerEntry> ledger) {
        String name = free(index.name());
        if (name.equals(index.name())) {
            return index;
        }
        ledger.add(new LedgerEntry(
                "index", table.name() + "." + index.name(), Fate.TRANSLATED, "its name is taken; here it is " + name));
        return new Index(name, index.unique(), index.parts(), index.where(), index.method(), index.definition());
    }

    private String free(String wanted) {
        String base = folded(wanted).startsWith(RESERVED) ? "_" + wanted : wanted;
        String name = base;
        for (int next = 2; !taken.add(folded(name)); next++) {
            name = base + "_" + next;
        }
        return name;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Table withIndexes(Table table, List<Index> indexes) {
        return new Table(
                table.name(),
                table.columns(),
                table.primaryKey(),
                table.uniques(),
                table.foreignKeys(),
                table.checks(),
                indexes,
                table.options(),
                table.definition());
    }
}
