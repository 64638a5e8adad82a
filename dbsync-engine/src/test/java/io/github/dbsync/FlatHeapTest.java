package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The heap stays flat: a database several times its size moves both ways. */
class FlatHeapTest {

    private static final String HEAP = "-Xmx48m";
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void a_database_larger_than_the_heap_moves_both_ways() throws Exception {
        Path source = folder.resolve("source.db");
        Databases.run(
                source,
                "CREATE TABLE fat (id INTEGER PRIMARY KEY, content BLOB, note TEXT);"
                        + "INSERT INTO fat WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000)"
                        + " SELECT i, randomblob(20000), hex(randomblob(10000)) FROM n");
        assertThat(Files.size(source)).isGreaterThan(180 * MEGABYTE);
        PostgresDatabase database = PostgresServers.major(15).createDatabase();
        Path back = folder.resolve("back.db");

        assertThat(exitOf("sqlite", source, database)).isZero();
        assertThat(exitOf("postgresql", back, database)).isZero();

        Judges.assertSameSqlite(source, back);
    }

    private static int exitOf(String from, Path sqlite, PostgresDatabase database) throws Exception {
        return SyncProcess.start(List.of(HEAP), from, sqlite, database)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
