package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.feedback.DbSyncException;
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
    void nothing_is_found_in_a_sound_database_which_stays_as_it_is() throws Exception {
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
    void what_is_wrong_with_any_table_or_index_is_found(String name, String definition, String fault) throws Exception {
        redefine(name, definition);

        assertThat(faults()).contains(fault);
    }

    @Test
    void pages_that_nobody_uses_are_found() throws Exception {
        Databases.make(file, "PRAGMA writable_schema = ON", "DELETE FROM sqlite_schema WHERE name = 't_b'");

        assertThat(faults()).singleElement().asString().endsWith("never used");
    }

    @Test
    void parts_are_checked_at_the_same_time() throws Exception {
        Path before = Files.copy(file, folder.resolve("before.db"));

        try (SqliteDatabase written = SqliteDatabase.openToWrite(file);
                SqliteProof proof = begin(written)) {
            proof.finish();
        }
        assertThat(Files.mismatch(file, before)).isEqualTo(-1);
    }

    @Test
    void a_database_that_is_not_sound_is_refused() throws Exception {
        redefine("t_a", "CREATE INDEX t_a ON t (b)");

        try (SqliteDatabase written = SqliteDatabase.openToWrite(file);
                SqliteProof proof = begin(written)) {
            DbSyncException refused = catchThrowableOfType(DbSyncException.class, proof::finish);
            assertThat(refused.problem().what()).isEqualTo("The new SQLite file is not sound; nothing was changed.");
            assertThat(refused.problem().why()).contains("row 1 missing from index t_a");
        }
    }

    @Test
    void parts_can_be_given_up() throws Exception {
        Path before = Files.copy(file, folder.resolve("before.db"));

        try (SqliteDatabase written = SqliteDatabase.openToWrite(file)) {
            begin(written).close();
            written.execute("PRAGMA user_version = 7");
        }
        assertThat(Databases.query(file, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(Files.mismatch(file, before)).isBetween(0L, 99L);
    }

    /** Lets a definition say what the table or index is not. */
    private void redefine(String name, String definition) {
        Databases.make(
                file,
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = '" + definition + "' WHERE name = '" + name + "'");
    }

    private static SqliteProof begin(SqliteDatabase written) {
        return SqliteProof.begin(written, written.problems());
    }

    private List<String> faults() {
        try (SqliteDatabase written = SqliteDatabase.openToWrite(file)) {
            List<IntegrityCheck> checks = IntegrityCheck.of(written);
            assertThat(checks.size() > 1).isEqualTo(Runtime.getRuntime().availableProcessors() > 1);
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
