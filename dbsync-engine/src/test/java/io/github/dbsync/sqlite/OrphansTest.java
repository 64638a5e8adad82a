package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.dialect.Source;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.rules.ColumnRules;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether rows have parents is told from the range of rowids only where that says the same as SQLite, which is the judge here. */
class OrphansTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    (5), (6), (7)  | INTEGER | (5), (7), (NULL)
                    (5), (6), (7)  | INTEGER | (4)
                    (5), (6), (7)  | INTEGER | (8), (6)
                    (5), (6), (7)  | INTEGER | (5.5)
                    (5), (6), (7)  | INTEGER | ('five'), (6)
                    (5), (6), (7)  | INTEGER | (x'05')
                    (5), (6), (7)  | TEXT    | ('5'), ('6')
                    (5), (6), (7)  | TEXT    | ('05')
                    (5), (6), (7)  | ~~      | ('5'), (5.0)
                    (5), (7)       | INTEGER | (6)
                    (5), (7)       | INTEGER | (5), (7)
                    (NULL)         | INTEGER | (NULL), (2)
                    (-9223372036854775808), (9223372036854775807) | INTEGER | (0)
                    """)
    void the_range_of_rowids(String parents, String declared, String children) {
        SqliteFile file = Databases.make(
                folder.resolve("a.db"),
                "PRAGMA foreign_keys = OFF",
                "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                "CREATE TABLE t (v " + declared + " REFERENCES p (id))",
                "INSERT INTO p VALUES " + parents,
                "INSERT INTO t VALUES " + children);

        assertThat(orphans(file, "t")).isEqualTo(orphansForSqlite(file, "t"));
    }

    @Test
    void a_parent_without_rows() {
        SqliteFile file = Databases.make(
                folder.resolve("a.db"),
                "PRAGMA foreign_keys = OFF",
                "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                "CREATE TABLE t (v INTEGER REFERENCES p)",
                "INSERT INTO t VALUES (0)");

        assertThat(orphans(file, "t")).isEqualTo(1).isEqualTo(orphansForSqlite(file, "t"));
    }

    @Test
    void a_table_that_refers_to_itself() {
        SqliteFile file = Databases.make(
                folder.resolve("a.db"),
                "PRAGMA foreign_keys = OFF",
                "CREATE TABLE t (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES t)",
                "INSERT INTO t VALUES (1, NULL), (2, 1), (3, 4)");

        assertThat(orphans(file, "t")).isEqualTo(1).isEqualTo(orphansForSqlite(file, "t"));
    }

    @ParameterizedTest
    @CsvSource({"1 2, 0", "1 4, 1", "2 3, 0"})
    void a_rowid_that_refers_to_another(String ids, int orphans) {
        SqliteFile file = Databases.make(
                folder.resolve("a.db"),
                "PRAGMA foreign_keys = OFF",
                "CREATE TABLE p (id INTEGER PRIMARY KEY)",
                "CREATE TABLE t (id INTEGER PRIMARY KEY REFERENCES p)",
                "INSERT INTO p VALUES (1), (2), (3)",
                "INSERT INTO t VALUES (" + ids.replace(" ", "), (") + ")");

        assertThat(orphans(file, "t")).isEqualTo(orphans).isEqualTo(orphansForSqlite(file, "t"));
    }

    private static long orphans(SqliteFile file, String table) {
        try (Source source = SqliteSource.open(file)) {
            return source.census(Databases.table(source, table), false, ColumnRules.NONE).findings().stream()
                    .filter(finding -> finding.code() == ProblemCode.ORPHAN_ROWS)
                    .mapToLong(finding -> Long.parseLong(finding.what().replaceAll("\\D.*", "")))
                    .sum();
        }
    }

    private static long orphansForSqlite(SqliteFile file, String table) {
        return Databases.query(file.path(), "SELECT count(*) FROM pragma_foreign_key_check('" + table + "')").stream()
                .mapToLong(Long::parseLong)
                .sum();
    }
}
