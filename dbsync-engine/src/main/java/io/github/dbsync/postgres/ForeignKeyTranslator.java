package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Carrier;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Says the foreign keys of a SQLite table in PostgreSQL, which asks more of a parent than SQLite does. */
final class ForeignKeyTranslator {

    private final Table table;
    private final SayableColumns columns;
    private final Map<QualifiedName, Table> tables;
    private final TranslationLedger ledger;

    ForeignKeyTranslator(
            Table table, SayableColumns columns, Map<QualifiedName, Table> tables, TranslationLedger ledger) {
        this.table = table;
        this.columns = columns;
        this.tables = tables;
        this.ledger = ledger;
    }

    /** @param constraints the names that the table's other constraints have */
    List<ForeignKey> foreignKeys(Names constraints) {
        return table.foreignKeys().stream()
                .flatMap(key -> foreignKey(key, constraints).stream())
                .toList();
    }

    private Optional<ForeignKey> foreignKey(ForeignKey key, Names constraints) {
        String shown = key.name() == null ? "(" + String.join(", ", key.columns()) + ")" : key.name();
        Optional<String> obstacle = obstacle(key, tables.get(key.parent()));
        if (obstacle.isPresent()) {
            ledger.remembered("foreign key", shown, obstacle.get());
            return Optional.empty();
        }
        return Optional.of(new ForeignKey(
                name(key.name(), constraints),
                key.columns(),
                key.parent(),
                key.parentColumns(),
                key.onDelete(),
                key.onUpdate(),
                key.checking(),
                null));
    }

    private @Nullable String name(@Nullable String wanted, Names constraints) {
        if (wanted == null) {
            return null;
        }
        String name = constraints.give(wanted);
        ledger.named("foreign key", wanted, name);
        return name;
    }

    /** Why PostgreSQL would not take the key; a parent that is at the target already is taken as it is. */
    private Optional<String> obstacle(ForeignKey key, @Nullable Table parent) {
        if (parent == null) {
            return Optional.empty();
        }
        if (!isUnique(parent, Set.copyOf(key.parentColumns()))) {
            return Optional.of(
                    "nothing makes " + String.join(", ", key.parentColumns()) + " unique in " + parent.name());
        }
        if (key.parentColumns().stream()
                .flatMap(name -> parent.lookupColumn(name).stream())
                .anyMatch(ForeignKeyTranslator::isFolded)) {
            return Optional.of("its parent's collation holds values for equal that PostgreSQL tells apart");
        }
        boolean comparable = IntStream.range(0, key.columns().size())
                .allMatch(i -> areComparable(
                        columns.lookup(key.columns().get(i)),
                        parent.lookupColumn(key.parentColumns().get(i))));
        return comparable
                ? Optional.empty()
                : Optional.of("its columns and its parent's have types that do not compare");
    }

    private static boolean isFolded(Column column) {
        return column.collation() != null && !column.collation().equalsIgnoreCase("BINARY");
    }

    private static boolean isUnique(Table parent, Set<String> key) {
        boolean primary = parent.primaryKey() != null
                && Set.copyOf(parent.primaryKey().columns()).equals(key);
        return primary
                || parent.uniques().stream()
                        .anyMatch(unique -> Set.copyOf(unique.columns()).equals(key))
                || parent.indexes().stream().anyMatch(index -> isUnique(index, key));
    }

    private static boolean isUnique(Index index, Set<String> key) {
        Set<String> indexed = new HashSet<>();
        index.parts().forEach(part -> indexed.add(part.column() == null ? "" : part.column()));
        boolean caseBlind = index.parts().stream()
                .anyMatch(part -> part.collation() != null && !part.collation().equalsIgnoreCase("BINARY"));
        return index.unique() && index.where() == null && !caseBlind && indexed.equals(key);
    }

    private static boolean areComparable(Optional<Column> child, Optional<Column> parent) {
        return child.isPresent()
                && parent.isPresent()
                && areComparable(child.get().logical(), parent.get().logical());
    }

    private static boolean areComparable(LogicalType child, LogicalType parent) {
        return (isNumber(child) && isNumber(parent))
                || (child instanceof LogicalType.Text && parent instanceof LogicalType.Text)
                || (child instanceof LogicalType.Timestamp && parent instanceof LogicalType.Timestamp)
                || (child.equals(parent) && child.carrier() != Carrier.DOUBLE);
    }

    private static boolean isNumber(LogicalType type) {
        return type instanceof LogicalType.Int
                || type instanceof LogicalType.Decimal
                || type instanceof LogicalType.Float;
    }
}
