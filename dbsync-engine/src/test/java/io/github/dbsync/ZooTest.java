package io.github.dbsync;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dbsync.embedded.DisposableServer;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases of everything that is awkward go to the other side and come back the same, by the verdict of outside judges. */
class ZooTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16le", "UTF-16be"})
    void of_sqlite(String encoding) throws Exception {
        Path original = folder.resolve("original.db");
        Databases.run(original, "PRAGMA encoding = '" + encoding + "';" + script("sqlite-zoo.sql"));
        PostgresDatabase database = PostgresServers.major(15).createDatabase();
        Path back = folder.resolve("back.db");
        Syncs.toPostgres(original, database);
        Syncs.toSqlite(database, back);
        Judges.assertSameSqlite(original, back);
    }

    static Stream<Arguments> majors() {
        return PostgresServers.majors().stream().map(major -> arguments(major, Judges.ofPostgres(major)));
    }

    @ParameterizedTest(name = "{0}, judged by {1}")
    @MethodSource("majors")
    void of_postgresql(int major, String judge) throws Exception {
        DisposableServer server = PostgresServers.major(major);
        PostgresDatabase original = server.createDatabase();
        for (String script : postgresScripts(major)) {
            Databases.run(original, script(script));
        }
        Path sqlite = folder.resolve("copy.db");
        PostgresDatabase back = server.createDatabase();
        Syncs.toSqlite(original, sqlite);
        Syncs.toPostgres(sqlite, back);
        Judges.assertSamePostgres(original, back);
    }

    /** What a version knows: everything of those before it. */
    static List<String> postgresScripts(int major) {
        return Stream.concat(
                        Stream.of("postgres-zoo.sql", "postgres-zoo-families.sql"),
                        IntStream.rangeClosed(15, major).mapToObj(newer -> "postgres-zoo-" + newer + ".sql"))
                .toList();
    }

    static String script(String name) throws IOException {
        try (InputStream script = Objects.requireNonNull(ZooTest.class.getResourceAsStream(name), name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
