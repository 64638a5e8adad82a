package io.github.dbsync.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.endpoint.PostgresDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddedPostgresServerTest {

    @ParameterizedTest
    @MethodSource("io.github.dbsync.embedded.PostgresServers#majors")
    void gives_a_utf8_database_ordered_by_code_point(int major) throws SQLException {
        PostgresDatabase database = PostgresServers.major(major).createDatabase();

        assertThat(query(database, "SHOW server_version")).startsWith(major + ".");
        assertThat(query(database, "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(query(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(query(database, "SELECT 'a' > 'B'")).isEqualTo("t");
    }

    private static String query(PostgresDatabase database, String sql) throws SQLException {
        try (Connection connection = DisposableServer.connect(database);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
