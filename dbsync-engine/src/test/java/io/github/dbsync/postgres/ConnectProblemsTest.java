package io.github.dbsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.Secret;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every way in which a connection fails to come about is told apart, with a remedy, and never with the password. */
class ConnectProblemsTest {

    private static final String PASSWORD = "s3cret/pass@word";

    private final PostgresDatabase database = PostgresServers.major(15).createDatabase();

    @Test
    void noServer() throws IOException {
        PostgresDatabase nobody = with(database.database(), database.user(), null, freePort(), Map.of());

        Problem problem = problem(nobody);

        assertThat(problem.code()).isEqualTo(ProblemCode.POSTGRES_UNREACHABLE);
        assertThat(problem.remedy()).contains("-Ddbsync.postgres=postgresql://user:password@host:5432/db");
    }

    @Test
    void notAPostgres() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            PostgresDatabase other = with(
                    database.database(),
                    "user",
                    null,
                    silent.getLocalPort(),
                    Map.of("connectTimeout", "1", "loginTimeout", "2"));

            assertThat(problem(other).code()).isEqualTo(ProblemCode.POSTGRES_UNREACHABLE);
        }
    }

    @Test
    void wrongPassword() {
        Sql.run(database, "DROP ROLE IF EXISTS somebody", "CREATE ROLE somebody LOGIN PASSWORD 'right'");
        PostgresDatabase wrong = with(database.database(), "somebody", new Secret(PASSWORD), database.port(), Map.of());

        DbSyncException failure = failure(wrong);

        assertThat(failure.problem().code()).isEqualTo(ProblemCode.POSTGRES_LOGIN_REFUSED);
        assertThat(failure.problem().where()).contains("somebody");
        assertThat(everythingSaid(failure)).doesNotContain(PASSWORD);
    }

    @Test
    void noSuchDatabase() {
        Problem problem = problem(with("nowhere", database.user(), database.password(), database.port(), Map.of()));

        assertThat(problem.code()).isEqualTo(ProblemCode.POSTGRES_DATABASE_MISSING);
        assertThat(problem.remedy()).contains("createdb").contains("nowhere");
    }

    @Test
    void tlsRefused() {
        PostgresDatabase tls = with(
                database.database(),
                database.user(),
                database.password(),
                database.port(),
                Map.of("sslmode", "require"));

        Problem problem = problem(tls);

        assertThat(problem.code()).isEqualTo(ProblemCode.POSTGRES_TLS_REFUSED);
        assertThat(problem.remedy()).contains("sslmode=disable");
    }

    private PostgresDatabase with(
            String name, String user, @Nullable Secret password, int port, Map<String, String> parameters) {
        return new PostgresDatabase(database.host(), port, name, user, password, null, parameters);
    }

    private static Problem problem(PostgresDatabase database) {
        return failure(database).problem();
    }

    private static DbSyncException failure(PostgresDatabase database) {
        return catchThrowableOfType(
                DbSyncException.class, () -> PostgresSource.open(database).close());
    }

    private static String everythingSaid(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
