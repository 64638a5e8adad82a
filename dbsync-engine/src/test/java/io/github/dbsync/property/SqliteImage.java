package io.github.dbsync.property;

import io.github.dbsync.Image;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What fidelity means for SQLite: its schema's text, each cell's storage class and bytes, also of shadow tables and statistics,
 * rowids, sequences, pragmas.
 */
public final class SqliteImage {

    private static final List<String> PRAGMAS =
            List.of("user_version", "application_id", "encoding", "auto_vacuum", "page_size", "journal_mode");

    private SqliteImage() {}

    /** Everything that must come back. */
    public static Image of(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>(
                Image.query(connection, "schema", "SELECT type, name, tbl_name, sql FROM sqlite_schema"));
        for (String pragma : PRAGMAS) {
            lines.addAll(Image.query(connection, "pragma " + pragma, "PRAGMA " + pragma));
        }
        for (List<String> table : Image.rows(
                connection,
                "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')"
                        + " AND name NOT IN ('sqlite_schema', 'sqlite_sequence')")) {
            lines.addAll(cells(connection, table.get(0), table.get(1).equals("0")));
        }
        if (lines.stream().anyMatch(line -> line.contains("| sqlite_sequence |"))) {
            lines.addAll(Image.query(connection, "sequence", "SELECT name, seq FROM sqlite_sequence"));
        }
        return new Image(lines);
    }

    private static List<String> cells(Connection connection, String table, boolean hasRowid) throws SQLException {
        List<String> columns = columns(connection, table);
        String rowid = hasRowid ? rowid(columns) : "'-'";
        String selected = columns.stream()
                .map(SqliteImage::quote)
                .map(column -> "typeof(" + column + "), " + column + ", hex(CAST(" + column + " AS BLOB))")
                .collect(Collectors.joining(", "));
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT " + rowid + ", " + selected + " FROM " + quote(table))) {
            while (rows.next()) {
                lines.add("row: " + table + " | " + rows.getString(1) + row(rows, columns.size()));
            }
        }
        return lines;
    }

    private static String row(ResultSet rows, int columns) throws SQLException {
        StringBuilder row = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            String storageClass = rows.getString(column * 3 + 2);
            String content = storageClass.equals("real")
                    ? Long.toHexString(Double.doubleToRawLongBits(rows.getDouble(column * 3 + 3)))
                    : rows.getString(column * 3 + 4);
            row.append(" | ").append(storageClass).append(' ').append(content);
        }
        return row.toString();
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        return Image.rows(connection, "SELECT name FROM pragma_table_xinfo(" + literal(table) + ")").stream()
                .map(row -> row.get(0))
                .toList();
    }

    /** The name of the rowid that no column hides. */
    private static String rowid(List<String> columns) {
        List<String> lower =
                columns.stream().map(column -> column.toLowerCase(Locale.ROOT)).toList();
        return List.of("rowid", "_rowid_", "oid").stream()
                .filter(name -> !lower.contains(name))
                .findFirst()
                .orElse("'-'");
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
