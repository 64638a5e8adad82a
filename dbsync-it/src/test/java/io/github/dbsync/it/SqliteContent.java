package io.github.dbsync.it;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sqlite.SQLiteDataSource;

/** Makes and reads SQLite files with nothing but SQLite itself. */
final class SqliteContent {

    private SqliteContent() {}

    static void make(Path file, String... statements) throws SQLException {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static List<String> of(Path file) throws SQLException {
        try (Connection connection = connect(file);
                Statement statement = connection.createStatement()) {
            List<String> content =
                    new ArrayList<>(strings(statement, "SELECT sql FROM sqlite_schema WHERE sql NOT NULL ORDER BY 1"));
            for (String table : strings(statement, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")) {
                content.addAll(strings(statement, rows(statement, table)));
            }
            return content;
        }
    }

    private static String rows(Statement statement, String table) throws SQLException {
        String values = strings(statement, "SELECT name FROM pragma_table_xinfo('" + table + "')").stream()
                .map(column -> "typeof(\"" + column + "\") || hex(\"" + column + "\")")
                .collect(Collectors.joining(" || ' ' || "));
        return "SELECT '" + table + " ' || " + values + " FROM \"" + table + "\" ORDER BY 1";
    }

    private static List<String> strings(Statement statement, String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                strings.add(result.getString(1));
            }
        }
        return strings;
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        return source.getConnection();
    }
}
