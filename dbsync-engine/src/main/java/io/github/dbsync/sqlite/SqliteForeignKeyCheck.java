package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds foreign keys that refer to no key, and rows that have no parent. */
final class SqliteForeignKeyCheck {

    private static final String ORPHANS =
            "SELECT \"fkid\", count(*), min(\"rowid\") FROM pragma_foreign_key_check(?) GROUP BY \"fkid\" ORDER BY 1 DESC";

    private final SqliteDatabase database;
    private final Catalog catalog;

    SqliteForeignKeyCheck(SqliteDatabase database, Catalog catalog) {
        this.database = database;
        this.catalog = catalog;
    }

    /** The foreign keys that refer to a key. */
    List<ForeignKey> soundKeys(Table table) {
        return table.foreignKeys().stream().filter(this::isSound).toList();
    }

    List<Problem> findings(Table table) {
        if (table.foreignKeys().isEmpty()) {
            return List.of();
        }
        List<Problem> findings = new ArrayList<>();
        table.foreignKeys().stream()
                .filter(key -> !isSound(key))
                .map(key -> SqliteFindings.brokenForeignKey(table, key))
                .forEach(findings::add);
        if (table.foreignKeys().stream().noneMatch(this::isMismatch)) {
            findings.addAll(orphans(table));
        }
        return findings;
    }

    private boolean isSound(ForeignKey key) {
        return parent(key).filter(table -> hasKey(table, key)).isPresent();
    }

    /** What SQLite calls a "foreign key mismatch"; it then checks no foreign key of the table at all. */
    private boolean isMismatch(ForeignKey key) {
        return parent(key).isPresent() && !isSound(key);
    }

    private Optional<Table> parent(ForeignKey key) {
        return catalog.lookupTable(key.parent());
    }

    private static boolean hasKey(Table parent, ForeignKey key) {
        Stream<List<String>> primary = Stream.ofNullable(parent.primaryKey()).map(Key::columns);
        Stream<List<String>> uniques = parent.uniques().stream().map(Key::columns);
        Stream<List<String>> indexes = parent.indexes().stream()
                .filter(index -> index.unique() && index.where() == null)
                .map(SqliteForeignKeyCheck::columns);
        return key.columns().size() == key.parentColumns().size()
                && Stream.of(primary, uniques, indexes)
                        .flatMap(keys -> keys)
                        .anyMatch(columns -> new HashSet<>(columns).equals(new HashSet<>(key.parentColumns())));
    }

    private static List<String> columns(Index index) {
        return index.parts().stream().map(part -> String.valueOf(part.column())).toList();
    }

    private List<Problem> orphans(Table table) {
        List<Problem> orphans = new ArrayList<>();
        try (PreparedStatement statement = database.prepare(ORPHANS)) {
            statement.setString(1, table.name().name());
            ResultSet rows = statement.executeQuery();
            while (rows.next()) {
                ForeignKey key = key(table, rows.getInt(1));
                if (isSound(key)) {
                    orphans.add(SqliteFindings.orphans(table, key, row(rows), rows.getLong(2)));
                }
            }
            return orphans;
        } catch (SQLException refused) {
            throw database.problems().exception(refused);
        }
    }

    /** SQLite numbers foreign keys from the last that is declared to the first. */
    private ForeignKey key(Table table, int number) {
        List<ForeignKey> keys = catalog.lookupTable(table.name()).orElse(table).foreignKeys();
        return keys.get(keys.size() - 1 - number);
    }

    private static String row(ResultSet orphans) throws SQLException {
        String rowid = orphans.getString(3);
        return rowid == null ? "a table without rowids" : RowKey.ROWID + rowid;
    }
}
