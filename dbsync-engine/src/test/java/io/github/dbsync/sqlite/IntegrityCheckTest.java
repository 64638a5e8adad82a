package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A database that is large enough to be looked through in parts, where there are processors for them. */
class IntegrityCheckTest {

    private static final int INDEXES = 5;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void fill() throws Exception {
        file = folder.resolve("large.db");
        Databases.make(
                file,
                "CREATE TABLE t (a, b, c, pad)",
                "CREATE INDEX t_a ON t (a)",
                "CREATE INDEX t_b ON t (b)",
                "CREATE INDEX t_c ON t (c) WHERE c > 0",
                "CREATE TABLE u (a UNIQUE, b)",
                "CREATE TABLE \"5\" (a, b)",
                "CREATE INDEX five ON \"5\" (a)",
                "CREATE TABLE w (a PRIMARY KEY, b) WITHOUT ROWID",
                "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)"
                        + " INSERT INTO t SELECT i, -i, i, zeroblob(9000) FROM n",
                "INSERT INTO u SELECT a, b FROM t",
                "INSERT INTO \"5\" SELECT a, b FROM t",
                "INSERT INTO w SELECT a, b FROM t");
    }

    @Test
    void finds_nothing_in_a_sound_database_and_leaves_it_as_it_is() throws Exception {
        Path before = Files.copy(file, folder.resolve("before.db"));

        assertThat(faults()).isEmpty();
        assertThat(Files.mismatch(file, before)).isEqualTo(-1);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file, before);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t_a  | CREATE INDEX t_a ON t (b)                    | row 1 missing from index t_a",
                "t_b  | CREATE INDEX t_b ON t (a)                    | row 1 missing from index t_b",
                "t_c  | CREATE INDEX t_c ON t (b) WHERE c > 0 | row 1 missing from index t_c",
                "five | CREATE INDEX five ON \"5\" (b)               | row 1 missing from index five",
                "u    | CREATE TABLE u (b, a UNIQUE)                 | row 1 missing from index sqlite_autoindex_u_1",
                "w    | CREATE TABLE w (a, b, PRIMARY KEY (a DESC)) WITHOUT ROWID | row not in PRIMARY KEY order for w",
                "t    | CREATE TABLE t (a, b, c CHECK (c < 999), pad) | CHECK constraint failed in t",
                "u    | CREATE TABLE u (a UNIQUE, b NOT NULL, c NOT NULL) | NULL value in u.c"
            })
    void finds_what_is_wrong_with_any_table_or_index(String name, String definition, String fault) throws Exception {
        Databases.make(
                file,
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = '" + definition + "' WHERE name = '" + name + "'");

        assertThat(faults()).contains(fault);
    }

    @Test
    void finds_pages_that_nobody_uses() throws Exception {
        Databases.make(file, "PRAGMA writable_schema = ON", "DELETE FROM sqlite_schema WHERE name = 't_b'");

        assertThat(faults()).singleElement().asString().endsWith("never used");
    }

    private List<String> faults() {
        try (SqliteDatabase written = SqliteDatabase.openToWrite(file)) {
            List<IntegrityCheck> checks = IntegrityCheck.of(written);
            assertThat(checks)
                    .hasSize(Math.min(INDEXES + 1, Runtime.getRuntime().availableProcessors()));
            try {
                return checks.stream()
                        .map(IntegrityCheck::fault)
                        .flatMap(Optional::stream)
                        .toList();
            } finally {
                checks.forEach(IntegrityCheck::close);
            }
        }
    }
}
