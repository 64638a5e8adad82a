package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.sqlite.StoredTable.KeyColumn;
import io.github.dbsync.sqlite.StoredTable.StoredColumn;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A new table to be filled, and where its b-trees begin in the file.
 *
 * @param stored how its rows will stand there
 * @param sql its CREATE TABLE
 * @param triggers how many triggers it has
 * @param indexes all that have a b-tree of their own, those of its keys too
 */
record EmptyTable(StoredTable stored, String sql, int triggers, List<WrittenIndex> indexes) {

    private static final String TABLE = "SELECT sql, (SELECT count(*) FROM sqlite_schema AS t WHERE t.type ="
            + " 'trigger' AND t.tbl_name = s.name COLLATE NOCASE) FROM sqlite_schema AS s WHERE s.type = 'table' AND"
            + " s.name = ?";

    private static final String INDEXES = "SELECT i.name, i.\"unique\", i.partial, s.rootpage"
            + " FROM pragma_index_list(?, 'main') AS i JOIN sqlite_schema AS s ON s.type = 'index' AND s.name = i.name"
            + " ORDER BY i.seq DESC";

    private static final String VALUES =
            "SELECT \"key\", cid, desc, coll FROM pragma_index_xinfo(?, 'main') ORDER BY seqno";

    /**
     * An index.
     *
     * @param parts the values that it is made for
     * @param locators what else its keys have, to say which row it is: the rowid, or what the parts lack of the primary key
     */
    record WrittenIndex(
            String name,
            boolean unique,
            boolean partial,
            long root,
            List<WrittenPart> parts,
            List<WrittenPart> locators) {}

    /**
     * A value of a key.
     *
     * @param place of the column's value in the table's records, from 0; or {@link #ROWID}, or less for an expression
     */
    record WrittenPart(int place, boolean descending, String collation) {

        static final int ROWID = -1;
    }

    private record WrittenValue(boolean ordering, WrittenPart part) {}

    /** The table of this name; empty where there is none. */
    static Optional<EmptyTable> of(SqliteDatabase database, Table table) {
        String name = table.name().name();
        StoredTable stored = StoredTable.read(database, name);
        try {
            List<WrittenIndex> indexes = rows(database, INDEXES, name, row -> index(database, stored, row));
            return rows(database, TABLE, name, row -> new EmptyTable(stored, row.getString(1), row.getInt(2), indexes))
                    .stream()
                    .findFirst();
        } catch (SQLException refused) {
            throw database.problems().exception(refused);
        }
    }

    private static WrittenIndex index(SqliteDatabase database, StoredTable stored, ResultSet row) throws SQLException {
        String name = row.getString(1);
        List<WrittenValue> values = rows(database, VALUES, name, value -> value(stored, value));
        return new WrittenIndex(
                name, row.getBoolean(2), row.getBoolean(3), row.getLong(4), parts(values, true), parts(values, false));
    }

    private static WrittenValue value(StoredTable stored, ResultSet row) throws SQLException {
        int column = row.getInt(2);
        int place = column < 0 ? column : stored.place(column);
        return new WrittenValue(row.getBoolean(1), new WrittenPart(place, row.getBoolean(3), row.getString(4)));
    }

    private static List<WrittenPart> parts(List<WrittenValue> values, boolean ordering) {
        return values.stream()
                .filter(value -> value.ordering() == ordering)
                .map(WrittenValue::part)
                .toList();
    }

    /** The columns in the order in which a record has their values. */
    List<StoredColumn> columns() {
        return stored.recorded();
    }

    /** Where in the records the column stands that is the rowid itself, and for which SQLite keeps no index; or -1. */
    int rowidPlace() {
        for (int i = 0; i < stored.columns().size(); i++) {
            if (stored.isRowid(i)) {
                return stored.place(i);
            }
        }
        return StoredTable.NOWHERE;
    }

    /** By what the rows of a table without rowids are ordered; empty for others. */
    List<WrittenPart> key() {
        return stored.withoutRowid()
                ? stored.key().stream()
                        .filter(KeyColumn::ordering)
                        .map(part -> new WrittenPart(stored.place(part.column()), part.descending(), part.collation()))
                        .toList()
                : List.of();
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
