package io.github.dbsync;

import io.github.dbsync.embedded.DisposableServer;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Plain JDBC connections for the tests, which know nothing of dbsync. */
final class Databases {

    private Databases() {}

    static Connection connect(PostgresDatabase database) throws SQLException {
        return DisposableServer.connect(database);
    }

    static Connection connect(Path sqlite) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + sqlite);
    }

    /** Runs a script of several statements. */
    static void run(PostgresDatabase database, String script) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    /** Runs a script of several statements; the file is made where it is missing. */
    static void run(Path sqlite, String script) throws SQLException {
        try (Connection connection = connect(sqlite);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }

    /** The rows of a query, the values of each joined by blanks. */
    static List<String> query(PostgresDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database)) {
            return query(connection, sql);
        }
    }

    /** The rows of a query, the values of each joined by blanks. */
    static List<String> query(Path sqlite, String sql) throws SQLException {
        try (Connection connection = connect(sqlite)) {
            return query(connection, sql);
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringJoiner row = new StringJoiner(" ");
                for (int column = 1; column <= columns; column++) {
                    row.add(result.getString(column));
                }
                rows.add(row.toString());
            }
        }
        return rows;
    }
}
