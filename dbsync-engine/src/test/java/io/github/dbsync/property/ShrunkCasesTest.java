package io.github.dbsync.property;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.embedded.PostgresServers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What chance once found to go wrong, as small as it became. */
class ShrunkCasesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT); INSERT INTO counted VALUES (-5)",
                "CREATE TABLE computed (a TEXT, b AS (length(a)) STORED, c TEXT AS (1 + 2), d INT AS (a || 'x'))",
                "CREATE TABLE named (t TIME, rowid AS (t || 'x') VIRTUAL); INSERT INTO named VALUES ('01:02:03'), (NULL)",
            })
    void of_sqlite(String script) {
        Trial trial =
                new Trial(new SqliteRoundTrip(folder, PostgresServers.major(15).createDatabase(), false));
        assertThat(trial.of(sample(script))).isEqualTo(Verdict.CLOSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE first (d date, t timestamp); INSERT INTO first VALUES ('4714-11-24 BC', '4714-11-24 BC')",
                "CREATE TABLE hundreds (n numeric(3, -2)); INSERT INTO hundreds VALUES (0), (-99900)",
            })
    void of_postgresql(String script) {
        Trial trial = new Trial(new PostgresRoundTrip(
                folder,
                PostgresServers.major(15).createDatabase(),
                PostgresServers.major(15).createDatabase(),
                false));
        assertThat(trial.of(sample(script))).isEqualTo(Verdict.CLOSED);
    }

    private static Sample sample(String script) {
        return new Sample(List.of(script.split("; ")), List.of(), List.of());
    }
}
