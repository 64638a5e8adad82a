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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds foreign keys that refer to no key, and rows that have no parent. */
final class SqliteForeignKeyCheck {

    private final SqliteDatabase database;
    private final Catalog catalog;
    private final GaplessRowids rowids;

    SqliteForeignKeyCheck(SqliteDatabase database, Catalog catalog) {
        this.database = database;
        this.catalog = catalog;
        this.rowids = new GaplessRowids(database);
    }

    /** What is known of a table's values. */
    @FunctionalInterface
    interface Values {

        /** Whether all values of a column that are not null are known to be integers of a range. */
        boolean areWithin(IntegerRange range, String column);
    }

    /** The columns of which it matters from where to where their integers go: they refer to one column. */
    static Set<String> ranged(Table table) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().size() == 1)
                .map(key -> key.columns().get(0))
                .collect(Collectors.toSet());
    }

    /** The foreign keys that refer to a key. */
    List<ForeignKey> soundKeys(Table table) {
        return table.foreignKeys().stream().filter(this::isSound).toList();
    }

    /** What is to be said of the foreign keys of a table of whose rows nothing is known. */
    List<Problem> findings(Table table) {
        return findings(table, new RowSpan(0, Optional.empty()), (range, column) -> false);
    }

    /**
     * What is to be said of the foreign keys.
     *
     * @param rows all rows of the table
     * @param values of the table
     */
    List<Problem> findings(Table table, RowSpan rows, Values values) {
        rowids.note(table, rows);
        return table.foreignKeys().stream()
                .flatMap(key -> (isSound(key) ? orphans(table, key, values) : broken(table, key)).stream())
                .toList();
    }

    private static Optional<Problem> broken(Table table, ForeignKey key) {
        return Optional.of(SqliteFindings.brokenForeignKey(table, key));
    }

    private boolean isSound(ForeignKey key) {
        return parent(key).filter(table -> hasKey(table, key)).isPresent();
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

    private Optional<Problem> orphans(Table table, ForeignKey key, Values values) {
        return areSurelyThere(key, values) ? Optional.empty() : orphans(table, key);
    }

    /** Integers that refer to rowids are compared as they are; where no rowid is missing between the least and the greatest, none is. */
    private boolean areSurelyThere(ForeignKey key, Values values) {
        return key.columns().size() == 1
                && parent(key)
                        .filter(parent -> isRowid(parent, key.parentColumns().get(0)))
                        .flatMap(rowids::of)
                        .filter(range -> values.areWithin(range, key.columns().get(0)))
                        .isPresent();
    }

    private static boolean isRowid(Table parent, String column) {
        return parent.lookupColumn(column)
                .filter(found -> found.identity() != null)
                .isPresent();
    }

    private Optional<Problem> orphans(Table table, ForeignKey key) {
        Optional<String> rowid = RowQuery.rowid(table);
        String orphans = orphansOf(table, key);
        String counted =
                "SELECT count(*), " + rowid.map(name -> "min(c." + name + ")").orElse("NULL") + orphans;
        try (PreparedStatement statement = database.prepare(counted)) {
            ResultSet row = statement.executeQuery();
            return row.getLong(1) == 0
                    ? Optional.empty()
                    : Optional.of(SqliteFindings.orphans(
                            table, key, row(row.getString(2)), row.getLong(1), "SELECT *" + orphans));
        } catch (SQLException refused) {
            throw database.problems().exception(refused);
        }
    }

    /**
     * The rows that have no parent. PRAGMA foreign_key_check would check no key of a table of which one refers to nothing
     * that is a key. As there, it is the parent's affinity and collation by which values are equal (SQLite docs, "Foreign Key
     * Support", 3): the sign takes the child's away.
     */
    private static String orphansOf(Table table, ForeignKey key) {
        String present = key.columns().stream()
                .map(column -> "c." + SqliteNames.quote(column) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        String matches = IntStream.range(0, key.columns().size())
                .mapToObj(i -> "p." + SqliteNames.quote(key.parentColumns().get(i)) + " = +c."
                        + SqliteNames.quote(key.columns().get(i)))
                .collect(Collectors.joining(" AND "));
        return " FROM " + SqliteNames.quote(table.name().name()) + " AS c WHERE " + present
                + " AND NOT EXISTS (SELECT 1 FROM "
                + SqliteNames.quote(key.parent().name()) + " AS p WHERE " + matches + ")";
    }

    private static String row(@Nullable String rowid) {
        return rowid == null ? "a table without rowids" : RowKey.ROWID + rowid;
    }
}
