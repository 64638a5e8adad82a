package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.report.Outcome;
import io.github.dbsync.report.SyncReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real databases go to the other side and come back the same, by the verdict of outside judges. */
class RealDatabasesTest {

    private static final Pattern CLIENT_COMMANDS =
            Pattern.compile("(?m)^(\\\\c .*|(CREATE|DROP) DATABASE .*|SET default_with_oids.*)$");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Chinook_Sqlite.sqlite", "Chinook_Sqlite_AutoIncrementPKs.sqlite"})
    void chinook_of_sqlite_comes_back(String file) throws Exception {
        Path original = Files.copy(Judges.shared("data/chinook/" + file), folder.resolve("original.db"));
        assertComesBack(original, 15);
    }

    @ParameterizedTest
    @MethodSource("io.github.dbsync.embedded.PostgresServers#majors")
    void northwind_of_sqlite_comes_back(int major) throws Exception {
        Path original = folder.resolve("original.db");
        runSqliteScript(original, Judges.shared("data/northwind/northwind_sqlite.sql"));
        assertComesBack(original, major);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chinook/Chinook_PostgreSql.sql",
                "chinook/Chinook_PostgreSql_SerialPKs.sql",
                "northwind/northwind_postgresql.sql"
            })
    void a_database_of_postgresql_comes_back(String script) throws Exception {
        assumeTrue(Judges.isInstalled("pg_dump"), "skipped: pg_dump is not installed");
        PostgresDatabase original = PostgresServers.major(15).createDatabase();
        runPostgresScript(original, Judges.shared("data/" + script));
        PostgresDatabase back = PostgresServers.major(15).createDatabase();
        Path sqlite = folder.resolve("copy.db");

        SyncReport out = Syncs.toSqlite(original, sqlite);
        SyncReport in = Syncs.toPostgres(sqlite, back);

        assertThat(out.outcome()).isEqualTo(Outcome.SYNCED);
        assertThat(in.outcome()).isEqualTo(Outcome.SYNCED);
        Judges.assertSamePostgres(original, back);
    }

    private void assertComesBack(Path original, int major) {
        PostgresDatabase database = PostgresServers.major(major).createDatabase();
        Path back = folder.resolve("back.db");

        SyncReport in = Syncs.toPostgres(original, database);
        SyncReport out = Syncs.toSqlite(database, back);

        assertThat(in.outcome()).isEqualTo(Outcome.SYNCED);
        assertThat(out.outcome()).isEqualTo(Outcome.SYNCED);
        Judges.assertSameSqlite(original, back);
    }

    private static void runSqliteScript(Path file, Path script) throws IOException, InterruptedException {
        assumeTrue(Judges.isInstalled("sqlite3"), "skipped: the sqlite3 shell is not installed");
        Process shell = new ProcessBuilder("sqlite3", file.toString())
                .redirectInput(script.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(shell.waitFor()).isZero();
    }

    private static void runPostgresScript(PostgresDatabase database, Path script) throws IOException, SQLException {
        String sql = CLIENT_COMMANDS.matcher(Files.readString(script)).replaceAll("");
        Databases.run(database, sql);
    }
}
