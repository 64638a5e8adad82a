package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.sqlite.EmptyTable.WrittenIndex;
import io.github.dbsync.sqlite.file.TextEncoding;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tables and indexes are written as pages, and which are left to SQLite. */
class BulkLoadingTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)",
                "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a VARCHAR(20) NOT NULL DEFAULT 'x')",
                "CREATE TABLE t (a TEXT UNIQUE, b NUMERIC, PRIMARY KEY (a, b))",
                "CREATE TABLE t (a INT REFERENCES t (b), b INT PRIMARY KEY, CHECK (a <> b))",
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b ANY) STRICT",
                "CREATE TABLE t (a TEXT PRIMARY KEY COLLATE NOCASE, b UNIQUE) WITHOUT ROWID",
                "CREATE TABLE t (a TEXT, b INT, c BLOB, PRIMARY KEY (b DESC, a)) STRICT, WITHOUT ROWID"
            })
    void written_as_pages(String sql) {
        assertThat(isTaken(sql, TextEncoding.UTF_8)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a TEXT, b INT, PRIMARY KEY (a, b, a COLLATE NOCASE)) WITHOUT ROWID",
                "CREATE TABLE t (a INT PRIMARY KEY, b INT AS (a + 1) STORED) WITHOUT ROWID",
                "CREATE TABLE t (a INT, b INT AS (a + 1))",
                "CREATE TABLE t (a INT, b INT AS (a + 1) STORED)",
                "CREATE TABLE t (a TEXT UNIQUE ON CONFLICT REPLACE)",
                "CREATE TABLE t (a TEXT NOT NULL ON CONFLICT IGNORE)",
                "CREATE TABLE t (a TEXT); CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END"
            })
    void left_to_SQLite(String sql) {
        assertThat(isTaken(sql, TextEncoding.UTF_8)).isFalse();
    }

    @Test
    void a_key_whose_collation_compares_UTF_8_is_left_to_SQLite_in_another_encoding() {
        String sql = "CREATE TABLE t (a TEXT PRIMARY KEY COLLATE NOCASE) WITHOUT ROWID";
        assertThat(isTaken(sql, TextEncoding.UTF_16LE)).isFalse();
    }

    @Test
    void a_table_with_a_column_that_gets_its_default_is_left_to_SQLite() {
        Path file = file("CREATE TABLE t (a TEXT, b INT DEFAULT 7)");
        try (SqliteDatabase database = SqliteDatabase.openToRead(file)) {
            Table table = table(file);
            Table partly = table.withColumns(table.columns().subList(0, 1));
            EmptyTable empty = EmptyTable.of(database, table).orElseThrow();
            assertThat(BulkLoading.takes(table, empty, TextEncoding.UTF_8)).isTrue();
            assertThat(BulkLoading.takes(partly, empty, TextEncoding.UTF_8)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'CREATE INDEX i ON t (a)', true, true",
        "'CREATE UNIQUE INDEX i ON t (a DESC, id)', true, true",
        "'CREATE INDEX i ON t (a COLLATE NOCASE, b COLLATE rtrim)', true, false",
        "'CREATE INDEX i ON t (a) WHERE b > 1', false, false",
        "'CREATE INDEX i ON t (lower(a))', false, false"
    })
    void indexes(String sql, boolean inUtf8, boolean inUtf16) {
        Path file = file("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b INT); " + sql);
        try (SqliteDatabase database = SqliteDatabase.openToRead(file)) {
            Table table = table(file);
            WrittenIndex index =
                    EmptyTable.of(database, table).orElseThrow().indexes().get(0);
            assertThat(BulkLoading.takes(index, TextEncoding.UTF_8)).isEqualTo(inUtf8);
            assertThat(BulkLoading.takes(index, TextEncoding.UTF_16LE)).isEqualTo(inUtf16);
        }
    }

    private boolean isTaken(String sql, TextEncoding encoding) {
        Path file = file(sql);
        try (SqliteDatabase database = SqliteDatabase.openToRead(file)) {
            Table table = table(file);
            return BulkLoading.takes(table)
                    && BulkLoading.takes(table, EmptyTable.of(database, table).orElseThrow(), encoding);
        }
    }

    private Path file(String sql) {
        return Databases.make(folder.resolve("a.db"), sql.split("; (?=CREATE)")).path();
    }

    private static Table table(Path file) {
        try (var source = SqliteSource.open(new SqliteFile(file))) {
            return source.catalog().lookupTable(QualifiedName.of("t")).orElseThrow();
        }
    }
}
