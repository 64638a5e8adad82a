package io.github.dbsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real databases through catalog, rows and DDL and back: an outside judge, pg_dump, must not see a difference. */
class RealDatabasesTest {

    private static final Path SHARED = Path.of("../../shared");
    private static final Path JUDGE = SHARED.resolve("judges/same_postgres.sh");
    private static final Path PG_DUMP = Path.of("/usr/lib/postgresql/15/bin/pg_dump");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chinook/Chinook_PostgreSql.sql",
                "chinook/Chinook_PostgreSql_SerialPKs.sql",
                "northwind/northwind_postgresql.sql"
            })
    void aCopyIsTheSameToTheByte(String script) throws IOException, InterruptedException {
        assumeTrue(Files.exists(JUDGE), "needs " + JUDGE);
        assumeTrue(Files.exists(PG_DUMP), "needs " + PG_DUMP);
        PostgresDatabase original = PostgresServers.major(15).createDatabase();
        PostgresDatabase copy = PostgresServers.major(15).createDatabase();
        Sql.run(original, statements(SHARED.resolve("data").resolve(script)));

        DatabaseCopy.copy(original, copy);

        assertThat(judge(original, copy)).contains("SAME");
    }

    /** Without what only psql understands, and what makes a database of its own. */
    private static String statements(Path script) throws IOException {
        return Files.readAllLines(script, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.startsWith("\\")
                        && !line.matches("(?i)(DROP|CREATE) DATABASE .*|SET default_with_oids.*"))
                .collect(Collectors.joining("\n"));
    }

    private static String judge(PostgresDatabase one, PostgresDatabase other) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", JUDGE.toString(), url(one), url(other)).redirectErrorStream(true);
        builder.environment().put("PG_BIN", PG_DUMP.getParent().toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static String url(PostgresDatabase database) {
        String password =
                database.password() == null ? "" : ":" + database.password().reveal();
        return "postgresql://" + database.user() + password + "@" + database.host() + ":" + database.port() + "/"
                + database.database();
    }
}
