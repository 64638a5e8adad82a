package io.github.dbsync.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.Secret;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EmbeddedPostgresServerTest {

    private static final int MAJOR = 17;

    @TempDir
    Path project;

    @ParameterizedTest
    @MethodSource("io.github.dbsync.embedded.PostgresServers#majors")
    void gives_a_utf8_database_ordered_by_code_point(int major) throws SQLException {
        PostgresDatabase database = PostgresServers.major(major).createDatabase();

        assertThat(query(database, "SHOW server_version")).startsWith(major + ".");
        assertThat(query(database, "SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(query(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(query(database, "SELECT 'a' > 'B'")).isEqualTo("t");
    }

    @Test
    void keeps_data_password_and_port_from_one_start_to_the_next() throws SQLException {
        PostgresDatabase first;
        try (EmbeddedPostgresServer server = start()) {
            first = server.database();
            execute(first, "CREATE TABLE kept (id int)");
        }
        try (EmbeddedPostgresServer server = start()) {
            assertThat(server.database()).isEqualTo(first);
            assertThat(query(server.database(), "SELECT to_regclass('kept')")).isEqualTo("kept");
        }
    }

    @Test
    void takes_another_port_where_its_own_is_taken() throws IOException, SQLException {
        int port;
        try (EmbeddedPostgresServer server = start()) {
            port = server.database().port();
        }
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                EmbeddedPostgresServer server = start()) {
            assertThat(server.database().port()).isNotEqualTo(taken.getLocalPort());
            assertThat(query(server.database(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void lets_nobody_in_without_the_password_that_only_the_owner_reads() throws IOException {
        try (EmbeddedPostgresServer server = start()) {
            PostgresDatabase database = server.database();

            assertThatThrownBy(() -> query(withPassword(database, "guess"), "SELECT 1"))
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve("password"))))
                    .isEqualTo("rw-------");
            assertThat(folder().resolve(".gitignore")).hasContent("*");
        }
    }

    @Test
    void knows_its_own_address_again_while_it_does_not_run() {
        PostgresDatabase noted;
        try (EmbeddedPostgresServer server = start()) {
            noted = server.database();
        }

        assertThat(EmbeddedPostgresServer.isServerOf(where(), noted)).isTrue();
        assertThat(EmbeddedPostgresServer.isServerOf(where(), withPassword(noted, "another")))
                .isFalse();
        assertThat(EmbeddedPostgresServer.isServerOf(new EmbeddedPostgres(project.resolve("elsewhere")), noted))
                .isFalse();
    }

    @Test
    void refuses_a_second_server_on_the_same_folder() {
        try (EmbeddedPostgresServer first = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOfSatisfying(
                            DbSyncException.class,
                            e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.ALREADY_RUNNING))
                    .hasMessageContaining("Wait for the other build to end");
            assertThat(first.database().port()).isPositive();
        }
    }

    @Test
    void refuses_data_of_another_major_version_and_says_which_would_do() {
        start(16).close();

        assertThatThrownBy(() -> start(17))
                .hasMessageContaining("DBSYNC-322")
                .hasMessageContaining(
                        "Set -Ddbsync.postgresVersion to a release of 16, or remove the folder " + folder());
    }

    @Test
    void loses_nothing_where_its_server_is_killed() throws IOException, SQLException {
        try (EmbeddedPostgresServer server = start(MAJOR, Durability.SAFE)) {
            execute(server.database(), "CREATE TABLE kept (id int)");
            postmaster().destroyForcibly();
        }
        try (EmbeddedPostgresServer server = start()) {
            assertThat(query(server.database(), "SELECT to_regclass('kept')")).isEqualTo("kept");
        }
    }

    @Test
    void starts_where_a_stale_pid_file_names_a_process_of_somebody_else() throws IOException, SQLException {
        start().close();
        long somebody = ProcessHandle.current().pid();
        Files.writeString(
                folder().resolve("data/postmaster.pid"),
                somebody + "\n" + folder().resolve("data") + "\n1700000000\n5432\n\n127.0.0.1\n  12345 0\nready\n");

        try (EmbeddedPostgresServer server = start()) {
            assertThat(query(server.database(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void shows_the_log_where_the_server_does_not_start() throws IOException {
        start().close();
        Files.writeString(folder().resolve("data/postgresql.conf"), "shared_buffers = nonsense\n");

        assertThatThrownBy(this::start)
                .hasMessageContaining("DBSYNC-322")
                .hasMessageContaining("invalid value for parameter \"shared_buffers\": \"nonsense\"");
    }

    @Test
    void stops_its_server_when_the_process_that_started_it_is_killed() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        folder().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(other.inputReader().readLine()).isEqualTo("started");
        ProcessHandle postmaster = postmaster();

        other.destroyForcibly();

        postmaster.onExit().get(60, TimeUnit.SECONDS);
        assertThat(folder().resolve("data/postmaster.pid")).doesNotExist();
    }

    /** Starts a server and never stops it. */
    static final class Starter {

        private Starter() {}

        public static void main(String[] arguments) throws InterruptedException {
            EmbeddedPostgres where = new EmbeddedPostgres(Path.of(arguments[0]));
            EmbeddedPostgresServer server = EmbeddedPostgresServer.start(
                    PostgresServers.binariesJar(MAJOR), where, PostgresServers.cache(), Durability.DISPOSABLE);
            System.out.println("started");
            Thread.sleep(TimeUnit.MINUTES.toMillis(2));
            server.close();
        }
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(folder().resolve("data/postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private EmbeddedPostgresServer start() {
        return start(MAJOR);
    }

    private EmbeddedPostgresServer start(int major) {
        return start(major, Durability.DISPOSABLE);
    }

    private EmbeddedPostgresServer start(int major, Durability durability) {
        return EmbeddedPostgresServer.start(
                PostgresServers.binariesJar(major), where(), PostgresServers.cache(), durability);
    }

    private EmbeddedPostgres where() {
        return new EmbeddedPostgres(folder());
    }

    private Path folder() {
        return project.resolve(".dbsync/postgres");
    }

    private static PostgresDatabase withPassword(PostgresDatabase database, String password) {
        return new PostgresDatabase(
                database.host(),
                database.port(),
                database.database(),
                database.user(),
                new Secret(password),
                database.schema(),
                Map.of());
    }

    private static void execute(PostgresDatabase database, String sql) throws SQLException {
        try (Connection connection = DisposableServer.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
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
