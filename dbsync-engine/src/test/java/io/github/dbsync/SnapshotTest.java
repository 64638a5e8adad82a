package io.github.dbsync;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dbsync.embedded.DisposableServer;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A snapshot is a script: run by its database's own shell, it makes the same database, by the verdict of outside judges. */
class SnapshotTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16le", "UTF-16be"})
    void of_sqlite(String encoding) throws Exception {
        Path original = folder.resolve("original.db");
        Databases.run(original, "PRAGMA encoding = '" + encoding + "';" + ZooTest.script("sqlite-zoo.sql"));
        Path copy = folder.resolve("copy.db");
        Snapshots.runInSqlite(Snapshots.of(original), copy);
        Judges.assertSameSqlite(original, copy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16le", "UTF-16be"})
    void of_virtual_tables(String encoding) throws Exception {
        Path original = folder.resolve("original.db");
        Databases.run(original, "PRAGMA encoding = '" + encoding + "';" + VirtualTablesTest.EVERY_KIND);
        Path copy = folder.resolve("copy.db");
        Snapshots.runInSqlite(Snapshots.of(original), copy);
        Judges.assertSameSqlite(original, copy);
    }

    static Stream<Arguments> majors() {
        return PostgresServers.majors().stream().map(major -> arguments(major, Judges.ofPostgres(major)));
    }

    @ParameterizedTest(name = "{0}, judged by {1}")
    @MethodSource("majors")
    void of_postgresql(int major, String judge) throws Exception {
        DisposableServer server = PostgresServers.major(major);
        PostgresDatabase original = server.createDatabase();
        for (String script : ZooTest.postgresScripts(major)) {
            Databases.run(original, ZooTest.script(script));
        }
        PostgresDatabase copy = server.createDatabase();
        Snapshots.runInPsql(Snapshots.of(original, folder), copy);
        Judges.assertSamePostgres(original, copy);
    }
}
