package io.github.dbsync;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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

    @Test
    void of_postgresql() throws Exception {
        PostgresDatabase original = PostgresServers.major(15).createDatabase();
        Databases.run(original, script("postgres-zoo.sql"));
        Path sqlite = folder.resolve("copy.db");
        PostgresDatabase back = PostgresServers.major(15).createDatabase();
        Syncs.toSqlite(original, sqlite);
        Syncs.toPostgres(sqlite, back);
        Judges.assertSamePostgres(original, back);
    }

    private static String script(String name) throws IOException {
        try (InputStream script = Objects.requireNonNull(ZooTest.class.getResourceAsStream(name), name)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
