package io.github.dbsync;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
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

    @Test
    void as_many_columns_as_PostgreSQL_takes_fit_into_a_small_heap() throws Exception {
        Path source = folder.resolve("source.db");
        String columns =
                IntStream.range(0, 1500).mapToObj(i -> "c" + i + " TEXT").collect(joining(", "));
        String values = IntStream.range(0, 1500)
                .mapToObj(i -> "char(65 + (i + " + i + ") % 26)")
                .collect(joining(", "));
        Databases.run(
                source,
                "CREATE TABLE broad (" + columns + "); INSERT INTO broad WITH RECURSIVE n(i) AS"
                        + " (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) SELECT " + values + " FROM n");
        PostgresDatabase database = PostgresServers.major(15).createDatabase();
        Path back = folder.resolve("back.db");

        assertThat(exitOf("sqlite", source, database)).isZero();
        assertThat(exitOf("postgresql", back, database)).isZero();

        String rows = "SELECT * FROM broad ORDER BY rowid";
        assertThat(Databases.query(back, rows)).isEqualTo(Databases.query(source, rows));
    }

    @Test
    void a_value_that_the_heap_does_not_hold_is_told() throws Exception {
        Path source = folder.resolve("source.db");
        Databases.run(
                source,
                "CREATE TABLE huge (id INTEGER PRIMARY KEY, content BLOB); INSERT INTO huge VALUES (1, zeroblob(90000000))");
        PostgresDatabase database = PostgresServers.major(15).createDatabase();
        Path errors = folder.resolve("errors.txt");

        int exit = SyncProcess.start(List.of(HEAP), "sqlite", source, database)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start()
                .waitFor();

        assertThat(exit).isNotZero();
        assertThat(errors).content().contains("DBSYNC-506", "MAVEN_OPTS=-Xmx2g");
        assertThat(Databases.query(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactly("0");
    }

    private static int exitOf(String from, Path sqlite, PostgresDatabase database) throws Exception {
        return SyncProcess.start(List.of(HEAP), from, sqlite, database)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
