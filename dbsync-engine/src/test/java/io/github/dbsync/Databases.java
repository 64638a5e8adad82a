package io.github.dbsync;

import io.github.dbsync.embedded.DisposableServer;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

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
}
