package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sync that is killed at any moment leaves the old world or the new one, and the next sync goes through. */
class KillTest {

    /** The database, the report, and the note of the last sync. */
    private static final Set<String> KEPT = Set.of("target.db", "report", ".dbsync");

    private static final int OLD_ROWS = 500;
    private static final int NEW_ROWS = 20_000;
    private static final int MOMENTS = 24;
    private static final String STATE = "SELECT count(*), max(id) FROM item";

    @TempDir
    private Path folder;

    @Test
    void postgresql_is_old_or_new() throws Exception {
        Path source = folder.resolve("source.db");
        fill(source, NEW_ROWS);
        PostgresDatabase target = PostgresServers.major(15).createDatabase();
        int killed = 0;
        for (Moment moment : moments()) {
            reset(target);
            killed += kill("sqlite", source, target, moment);
            assertThat(state(target)).as("killed at %s", moment).isIn(old(), fresh());
        }
        assertThat(killed).as("kills that came before the end").isGreaterThan(MOMENTS / 3);
        Syncs.toPostgres(source, target);
        assertThat(state(target)).isEqualTo(fresh());
    }

    @Test
    void sqlite_is_old_or_new() throws Exception {
        PostgresDatabase source = PostgresServers.major(15).createDatabase();
        try (Connection connection = Databases.connect(source)) {
            fill(connection, NEW_ROWS);
        }
        int killed = 0;
        for (Moment moment : moments()) {
            Path target = folder.resolve("target.db");
            Files.deleteIfExists(target);
            fill(target, OLD_ROWS);
            killed += kill("postgresql", target, source, moment);
            assertThat(state(target)).as("killed at %s", moment).isIn(old(), fresh());
        }
        assertThat(killed).as("kills that came before the end").isGreaterThan(MOMENTS / 3);
        Path target = folder.resolve("target.db");
        Syncs.toSqlite(source, target);
        assertThat(state(target)).isEqualTo(fresh());
        assertThat(leftovers(target)).isEmpty();
    }

    private record Moment(int events, long thenMillis) {}

    /** At each event of the flow once, then at the last ones again with a little delay, where it commits or renames. */
    private static List<Moment> moments() {
        List<Moment> moments = new ArrayList<>();
        for (int event = 1; moments.size() < MOMENTS / 2; event++) {
            moments.add(new Moment(event, 0));
        }
        for (int event = MOMENTS / 4; moments.size() < MOMENTS; event++) {
            moments.add(new Moment(event, event % 7 * 3L));
        }
        return moments;
    }

    private static int kill(String from, Path sqlite, PostgresDatabase database, Moment moment) throws Exception {
        return SyncProcess.killed(from, sqlite, database, moment.events(), moment.thenMillis()) ? 1 : 0;
    }

    private static String old() {
        return OLD_ROWS + " " + OLD_ROWS;
    }

    private static String fresh() {
        return NEW_ROWS + " " + NEW_ROWS;
    }

    private static void reset(PostgresDatabase target) throws SQLException {
        try (Connection connection = Databases.connect(target);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS item");
            fill(connection, OLD_ROWS);
        }
    }

    private static void fill(Path file, int rows) throws SQLException {
        try (Connection connection = Databases.connect(file)) {
            fill(connection, rows);
        }
    }

    private static void fill(Connection connection, int rows) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL)");
            statement.execute(
                    "INSERT INTO item WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + rows
                            + ") SELECT i, 'item ' || i FROM n");
            statement.execute("CREATE INDEX item_name ON item (name)");
        }
    }

    private static String state(PostgresDatabase target) throws SQLException {
        return Databases.query(target, STATE).get(0);
    }

    private static String state(Path target) throws SQLException {
        assertThat(Databases.query(target, "PRAGMA integrity_check")).containsExactly("ok");
        return Databases.query(target, STATE).get(0);
    }

    private static List<String> leftovers(Path target) throws Exception {
        try (Stream<Path> files = Files.list(target.getParent())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !KEPT.contains(name))
                    .toList();
        }
    }
}
