package io.github.dbsync.sqlite;

import io.github.dbsync.sqlite.PackedRow.Value;
import io.github.dbsync.sqlite.StoredTable.StoredColumn;
import java.nio.charset.Charset;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What a row has in a column that was added after the row was written: SQLite does not write the row anew, but reads the
 * column's default. It is asked for it by adding such a column to a table in memory.
 */
final class AddedColumns {

    private static final Value NULL = new Value(false, null);

    private AddedColumns() {}

    /** The value, a text in the bytes of the database's encoding; null where SQLite would not have added such a column. */
    static Value valueIn(StoredColumn column, boolean strict, Charset encoding, SqliteProblems problems) {
        String value = column.defaultValue();
        if (value == null) {
            return NULL;
        }
        try (SqliteDatabase memory = SqliteDatabase.openInMemory(problems)) {
            memory.execute("PRAGMA encoding = '" + encoding.name() + "'");
            memory.execute("CREATE TABLE t (r INTEGER)" + (strict ? " STRICT" : ""));
            memory.execute("INSERT INTO t VALUES (1)");
            boolean added =
                    adds(memory, column.declared(), "(" + value + ")") || adds(memory, column.declared(), value);
            return added ? read(memory) : NULL;
        } catch (SQLException refused) {
            throw problems.exception(refused);
        }
    }

    private static boolean adds(SqliteDatabase memory, String declared, String value) {
        try (PreparedStatement add =
                memory.connection().prepareStatement("ALTER TABLE t ADD COLUMN c " + declared + " DEFAULT " + value)) {
            add.execute();
            return true;
        } catch (SQLException notConstant) {
            return false;
        }
    }

    private static Value read(SqliteDatabase memory) throws SQLException {
        try (PreparedStatement statement = memory.prepare("SELECT typeof(c), c, CAST(c AS BLOB) FROM t")) {
            ResultSet row = statement.executeQuery();
            return switch (row.getString(1)) {
                case "integer" -> new Value(false, row.getLong(2));
                case "real" -> new Value(false, row.getDouble(2));
                case "text" -> new Value(true, row.getBytes(3));
                case "blob" -> new Value(false, row.getBytes(3));
                default -> NULL;
            };
        }
    }
}
