package io.github.dbsync.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.DatabaseUrl;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.UrlContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the password comes from, when the URL has none. */
class LoginTest {

    /** The JDBC driver's property for what is otherwise ~/.pgpass. */
    private static final String PASSWORD_FILE = "org.postgresql.pgpassfile";

    private final PostgresDatabase database = PostgresServers.major(15).createDatabase();

    @TempDir
    private Path folder;

    @BeforeEach
    void a_role_with_a_password() {
        Sql.run(database, "DROP ROLE IF EXISTS keeper", "CREATE ROLE keeper LOGIN PASSWORD 'of:keys'");
    }

    @AfterEach
    void without_a_password_file() {
        System.clearProperty(PASSWORD_FILE);
    }

    @Test
    void from_the_environment() throws SQLException {
        assertThat(loggedInAs(address("keeper@"), Map.of("PGPASSWORD", "of:keys")))
                .isEqualTo("keeper");
    }

    @Test
    void user_and_password_and_place_from_the_environment() throws SQLException {
        Map<String, String> environment = Map.of(
                "PGUSER", "keeper",
                "PGPASSWORD", "of:keys",
                "PGHOST", database.host(),
                "PGPORT", Integer.toString(database.port()),
                "PGDATABASE", database.database());

        assertThat(loggedInAs("postgresql://", environment)).isEqualTo("keeper");
    }

    @Test
    void the_url_wins_over_the_environment() throws SQLException {
        assertThat(loggedInAs(
                        address("keeper:of%3Akeys@"),
                        Map.of("PGUSER", "nobody", "PGPASSWORD", "wrong", "PGPORT", "1", "PGHOST", "nowhere")))
                .isEqualTo("keeper");
    }

    @Test
    void from_a_password_file() throws Exception {
        Path file =
                Files.writeString(folder.resolve("pgpass"), "*:" + database.port() + ":*:keeper:of\\:keys\n", UTF_8);
        System.setProperty(PASSWORD_FILE, file.toString());

        assertThat(loggedInAs(address("keeper@"), Map.of())).isEqualTo("keeper");
    }

    private String address(String user) {
        return "postgresql://" + user + database.host() + ":" + database.port() + "/" + database.database();
    }

    private String loggedInAs(String url, Map<String, String> environment) throws SQLException {
        UrlContext context = new UrlContext("test", folder, folder, environment);
        PostgresDatabase found =
                (PostgresDatabase) DatabaseUrl.parse(url, context).endpoint();
        try (Connection connection = PostgresConnection.open(found, List.of());
                Statement statement = connection.createStatement();
                ResultSet user = statement.executeQuery("SELECT session_user")) {
            user.next();
            return user.getString(1);
        }
    }
}
