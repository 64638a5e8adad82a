package io.github.dbsync.sqlite;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.sqlite.file.ByteSlice;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The statements in {@code sqlite_schema}, which SQLite keeps with whatever bytes they were given in. */
final class Definitions {

    private static final String ALL =
            "SELECT type || ' ' || name, CAST(sql AS BLOB) FROM sqlite_schema WHERE sql IS NOT NULL";

    private Definitions() {}

    /**
     * Refuses a database in which one of them is no text: read as one it would silently be another, and so would a column's
     * default.
     *
     * @throws DbSyncException with {@code SQLITE_DEFINITION_NOT_TEXT}
     */
    static void check(SqliteDatabase database) {
        Charset encoding = database.encoding();
        try (PreparedStatement statement = database.prepare(ALL);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                if (!isText(rows.getBytes(2), encoding)) {
                    throw new DbSyncException(
                            database.problems().of(rows.getString(1)).definitionNotText(encoding));
                }
            }
        } catch (SQLException refused) {
            throw database.problems().exception(refused);
        }
    }

    private static boolean isText(byte[] definition, Charset encoding) {
        byte[] bytes = encoding.equals(StandardCharsets.UTF_8) ? definition : Utf8.of(definition, encoding);
        return Utf8.isValid(ByteSlice.of(bytes));
    }
}
