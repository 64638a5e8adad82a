package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Table;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A new table to be filled, and where its b-trees begin in the file.
 *
 * @param root the page where its rows begin
 * @param sql its CREATE TABLE
 * @param triggers how many triggers it has
 * @param columns in the order in which a row holds them
 * @param indexes all of them, those of its keys too
 */
record EmptyTable(long root, String sql, int triggers, List<WrittenColumn> columns, List<WrittenIndex> indexes) {

    private static final String TABLE = "SELECT rootpage, sql, (SELECT count(*) FROM sqlite_schema AS t WHERE t.type ="
            + " 'trigger' AND t.tbl_name = s.name COLLATE NOCASE) FROM sqlite_schema AS s WHERE s.type = 'table' AND"
            + " s.name = ?";

    private static final String COLUMNS =
            "SELECT name, type, \"notnull\", pk, hidden FROM pragma_table_xinfo(?, 'main') ORDER BY cid";

    private static final String INDEXES = "SELECT i.name, i.\"unique\", i.origin, i.partial, s.rootpage"
            + " FROM pragma_index_list(?, 'main') AS i JOIN sqlite_schema AS s ON s.type = 'index' AND s.name = i.name"
            + " ORDER BY i.seq DESC";

    private static final String PARTS =
            "SELECT cid, desc, coll FROM pragma_index_xinfo(?, 'main') WHERE \"key\" ORDER BY seqno";

    /**
     * A column.
     *
     * @param primaryKey its place in the primary key, from 1, or 0
     * @param hidden not 0 for one that SQLite computes
     */
    record WrittenColumn(String name, String type, boolean notNull, int primaryKey, int hidden) {}

    /**
     * An index.
     *
     * @param origin c for CREATE INDEX, u for UNIQUE, pk for PRIMARY KEY
     */
    record WrittenIndex(
            String name, boolean unique, String origin, boolean partial, long root, List<WrittenPart> parts) {}

    /**
     * A value of an index's keys.
     *
     * @param column the column's place in the table, from 0; less where it is none
     */
    record WrittenPart(int column, boolean descending, String collation) {}

    /** The table of this name; empty where there is none. */
    static Optional<EmptyTable> of(SqliteDatabase database, Table table) {
        String name = table.name().name();
        try {
            List<WrittenIndex> indexes = new ArrayList<>();
            for (WrittenIndex index : rows(database, INDEXES, name, EmptyTable::index)) {
                indexes.add(withParts(index, rows(database, PARTS, index.name(), EmptyTable::part)));
            }
            List<WrittenColumn> columns = rows(database, COLUMNS, name, EmptyTable::column);
            return rows(
                            database,
                            TABLE,
                            name,
                            row -> new EmptyTable(row.getLong(1), row.getString(2), row.getInt(3), columns, indexes))
                    .stream()
                    .findFirst();
        } catch (SQLException refused) {
            throw database.problems().exception(refused);
        }
    }

    /** The place of the column that is the rowid itself; -1 where none is. SQLite keeps no index for it. */
    int rowidColumn() {
        List<Integer> keys = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).primaryKey() > 0) {
                keys.add(i);
            }
        }
        boolean isRowid = keys.size() == 1
                && indexes.stream().noneMatch(index -> index.origin().equals("pk"));
        return isRowid ? keys.get(0) : -1;
    }

    private static WrittenColumn column(ResultSet row) throws SQLException {
        return new WrittenColumn(row.getString(1), row.getString(2), row.getBoolean(3), row.getInt(4), row.getInt(5));
    }

    private static WrittenIndex index(ResultSet row) throws SQLException {
        return new WrittenIndex(
                row.getString(1), row.getBoolean(2), row.getString(3), row.getBoolean(4), row.getLong(5), List.of());
    }

    private static WrittenIndex withParts(WrittenIndex index, List<WrittenPart> parts) {
        return new WrittenIndex(
                index.name(), index.unique(), index.origin(), index.partial(), index.root(), List.copyOf(parts));
    }

    private static WrittenPart part(ResultSet row) throws SQLException {
        return new WrittenPart(row.getInt(1), row.getBoolean(2), row.getString(3));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private static <T> List<T> rows(SqliteDatabase database, String sql, String name, Reading<T> reading)
            throws SQLException {
        try (PreparedStatement statement = database.prepare(sql)) {
            statement.setString(1, name);
            List<T> rows = new ArrayList<>();
            ResultSet result = statement.executeQuery();
            while (result.next()) {
                rows.add(reading.of(result));
            }
            return rows;
        }
    }
}
