package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table stand in the file.
 *
 * @param root the first page of its b-tree, or 0 where it has none
 * @param withoutRowid whether its b-tree is an index whose records are the rows, the key's columns first
 * @param strict whether it is STRICT
 * @param columns its columns as they are declared, computed ones too
 * @param key the columns of a key's own index, and behind them all others where the table is WITHOUT ROWID
 */
record StoredTable(long root, boolean withoutRowid, boolean strict, List<StoredColumn> columns, List<KeyColumn> key) {

    private static final String TREE =
            "SELECT s.rootpage, l.wr, l.strict FROM sqlite_schema s, pragma_table_list(s.name) l"
                    + " WHERE s.type = 'table' AND s.name = ? AND l.schema = 'main'";

    private static final String COLUMNS =
            "SELECT name, type, dflt_value, pk > 0, \"notnull\", hidden FROM pragma_table_xinfo(?, 'main') ORDER BY cid";

    private static final String KEY = "SELECT i.cid, i.\"desc\", i.coll, i.\"key\" FROM pragma_index_list(?, 'main') l,"
            + " pragma_index_xinfo(l.name, 'main') i WHERE l.origin = 'pk' ORDER BY i.seqno";

    private static final int GENERATED_VIRTUAL = 2;
    private static final int GENERATED_STORED = 3;

    /** The place of a column that stands in no record. */
    static final int NOWHERE = -1;

    StoredTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /**
     * A column.
     *
     * @param declared its type as it is declared, or nothing
     * @param defaultValue its default as it is declared, or null
     * @param inKey whether it is of the primary key
     * @param notNull whether it takes no null
     * @param generated whether its values are computed and stored
     * @param computed whether its values are computed when they are read
     */
    record StoredColumn(
            String name,
            String declared,
            @Nullable String defaultValue,
            boolean inKey,
            boolean notNull,
            boolean generated,
            boolean computed) {

        /** What is read for bytes that are no text. */
        private static final char REPLACEMENT = '\uFFFD';

        /** Whether bytes of the default may be no text, so that SQLite alone knows them. */
        boolean hasUnreadableDefault() {
            return defaultValue != null && defaultValue.indexOf(REPLACEMENT) >= 0;
        }
    }

    /**
     * A column of an index.
     *
     * @param column its place in the table, from 0, or less where it is none
     * @param ordering whether it is of the key itself
     */
    record KeyColumn(int column, boolean descending, String collation, boolean ordering) {}

    static StoredTable read(SqliteDatabase database, String name) {
        try (PreparedStatement tree = named(database, TREE, name);
                PreparedStatement columns = named(database, COLUMNS, name);
                PreparedStatement key = named(database, KEY, name)) {
            ResultSet row = tree.executeQuery();
            boolean found = row.next();
            return new StoredTable(
                    found ? row.getLong(1) : 0,
                    found && row.getBoolean(2),
                    found && row.getBoolean(3),
                    columns(columns.executeQuery()),
                    key(key.executeQuery()));
        } catch (SQLException refused) {
            throw database.problems().exception(refused);
        }
    }

    private static PreparedStatement named(SqliteDatabase database, String sql, String name) throws SQLException {
        PreparedStatement statement = database.prepare(sql);
        statement.setString(1, name);
        return statement;
    }

    private static List<StoredColumn> columns(ResultSet rows) throws SQLException {
        List<StoredColumn> columns = new ArrayList<>();
        while (rows.next()) {
            columns.add(new StoredColumn(
                    rows.getString(1),
                    Optional.ofNullable(rows.getString(2)).orElse(""),
                    rows.getString(3),
                    rows.getBoolean(4),
                    rows.getBoolean(5),
                    rows.getInt(6) == GENERATED_STORED,
                    rows.getInt(6) == GENERATED_VIRTUAL));
        }
        return columns;
    }

    private static List<KeyColumn> key(ResultSet rows) throws SQLException {
        List<KeyColumn> key = new ArrayList<>();
        while (rows.next()) {
            key.add(new KeyColumn(rows.getInt(1), rows.getBoolean(2), rows.getString(3), rows.getBoolean(4)));
        }
        return key;
    }

    /** Finds a column by its exact name; less than 0 where there is none. */
    int indexOf(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return NOWHERE;
    }

    /** Whether a column is the rowid itself: SQLite says so by keeping no index for the primary key. */
    boolean isRowid(int column) {
        return !withoutRowid && key.isEmpty() && columns.get(column).inKey();
    }

    boolean hasColumnForRowid() {
        return !withoutRowid && key.isEmpty() && columns.stream().anyMatch(StoredColumn::inKey);
    }

    /** The place of a column's value in a record, from 0; less than 0 where it is computed. */
    int place(int column) {
        if (columns.get(column).computed()) {
            return NOWHERE;
        }
        return withoutRowid ? placeInKey(column) : placeInRow(column);
    }

    private int placeInRow(int column) {
        return (int) columns.subList(0, column).stream()
                .filter(before -> !before.computed())
                .count();
    }

    private int placeInKey(int column) {
        for (int i = 0; i < key.size(); i++) {
            if (key.get(i).column() == column) {
                return i;
            }
        }
        return NOWHERE;
    }

    /** How many values a record has at most. */
    int values() {
        return recorded().size();
    }

    /** The columns as their values stand in a record; one that is twice in a key may stand there twice. */
    List<StoredColumn> recorded() {
        return withoutRowid
                ? key.stream().map(part -> columns.get(part.column())).toList()
                : columns.stream().filter(column -> !column.computed()).toList();
    }

    /** Whether rows stand in the order of the key's values as its columns compare them: a key can say another one. */
    boolean isInUsualOrder(Table table) {
        return !withoutRowid
                || key.stream()
                        .filter(KeyColumn::ordering)
                        .allMatch(part -> !part.descending() && comparesAs(part, table));
    }

    private boolean comparesAs(KeyColumn part, Table table) {
        String usual = table.lookupColumn(columns.get(part.column()).name())
                .map(Column::collation)
                .orElse("BINARY");
        return part.collation().equalsIgnoreCase(usual);
    }
}
