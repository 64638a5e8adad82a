package io.github.dbsync.postgres;

import io.github.dbsync.embedded.DisposableServer;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks a test's database directly, past dbsync. */
final class Sql {

    private Sql() {}

    static void run(PostgresDatabase database, String... statements) {
        try (Connection connection = DisposableServer.connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column of all rows, as PostgreSQL prints it; null stays null. */
    static List<String> texts(PostgresDatabase database, String query) {
        try (Connection connection = DisposableServer.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'; SET extra_float_digits = 3; SET lc_monetary = 'C'");
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
