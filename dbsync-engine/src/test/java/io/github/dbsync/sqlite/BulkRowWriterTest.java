package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.rules.ColumnRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that are written as pages are what SQLite's own inserts would have empty, and break constraints with the same words. */
class BulkRowWriterTest {

    private static final String MANY =
            "WITH RECURSIVE n (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < 2500) ";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"chinook/Chinook_Sqlite.sqlite", "chinook/Chinook_Sqlite_AutoIncrementPKs.sqlite"})
    void real_databases(String name) throws IOException {
        assertSame(Databases.shared(name, folder));
    }

    @ParameterizedTest
    @CsvSource({"512, UTF-8", "4096, UTF-16le", "65536, UTF-16be", "1024, UTF-8"})
    void every_affinity_in_every_kind_of_index(int pageSize, String encoding) {
        assertSame(Databases.make(
                folder.resolve("a.db"),
                "PRAGMA page_size = " + pageSize,
                "PRAGMA encoding = '" + encoding + "'",
                "CREATE TABLE p (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE COLLATE NOCASE,"
                        + " r REAL, n NUMERIC, d DECIMAL(12,2), b BLOB, day DATE, at TIMESTAMP, ok BOOLEAN, x DOUBLE)",
                MANY + "INSERT INTO p SELECT i * 3, 'Name ' || i || char(228) || ' ', i / 4.0, i / 4.0, i * 0.25,"
                        + " zeroblob(i % 300), date('2000-01-01', i || ' days'), datetime('2000-01-01', i || ' hours'),"
                        + " i % 2, iif(i % 7, -i * 1e17, NULL) FROM n",
                "CREATE TABLE c (p INT REFERENCES p (id), q TEXT, z INT, PRIMARY KEY (q, p))",
                MANY + "INSERT INTO c SELECT (i * 7919 % 2500 + 1) * 3, iif(i % 50, 'q' || (i % 99), hex(zeroblob(i))),"
                        + " nullif(i % 5, 0) FROM n",
                "CREATE INDEX c_p ON c (p)",
                "CREATE INDEX c_mixed ON c (z DESC, q COLLATE NOCASE, p)",
                "CREATE UNIQUE INDEX p_r ON p (r DESC, id)",
                "CREATE INDEX p_part ON p (n) WHERE ok",
                "CREATE INDEX p_expr ON p (lower(name))",
                "CREATE INDEX p_x ON p (x, d, at)",
                "CREATE TABLE none (a INT)",
                "CREATE TABLE empty (id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT)"));
    }

    @Test
    void the_writer_of_pages_is_at_work() {
        SqliteFile file = Databases.make(
                folder.resolve("a.db"),
                "PRAGMA auto_vacuum = FULL",
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)",
                "CREATE TABLE k (a TEXT PRIMARY KEY COLLATE NOCASE) STRICT, WITHOUT ROWID");
        try (Source source = SqliteSource.open(file);
                Target target = SqliteTarget.open(new SqliteFile(folder.resolve("b.db")))) {
            target.begin(source.catalog().settings());
            for (String name : List.of("t", "k")) {
                Table table = Databases.table(source, name);
                SqliteDdl.create(table).beforeRows().forEach(target::execute);
                try (RowWriter rows = target.write(table)) {
                    assertThat(rows).isInstanceOf(BulkRowWriter.class);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"FULL, 512, UTF-8", "INCREMENTAL, 512, UTF-16le", "FULL, 4096, UTF-8", "INCREMENTAL, 65536, UTF-8"})
    void a_database_that_vacuums_itself(String vacuum, int pageSize, String encoding) {
        SqliteFile from = Databases.make(
                folder.resolve("a.db"),
                "PRAGMA auto_vacuum = " + vacuum,
                "PRAGMA page_size = " + pageSize,
                "PRAGMA encoding = '" + encoding + "'",
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE, b BLOB)",
                MANY + "INSERT INTO t SELECT i, 'a' || i, zeroblob(iif(i % 40, i % 9, i * 3)) FROM n",
                "CREATE INDEX t_b ON t (b DESC, a)",
                "CREATE TABLE u (a TEXT PRIMARY KEY, t INT REFERENCES t (id)) WITHOUT ROWID",
                "INSERT INTO u SELECT hex(substr(b, 1, 900)) || a, id FROM t",
                "CREATE INDEX u_t ON u (t)",
                "CREATE INDEX u_lower ON u (lower(a))");
        assertSame(from);
        Path bulk = folder.resolve("bulk.db");
        Databases.make(
                bulk, "DELETE FROM u", "DELETE FROM t WHERE id % 3", "PRAGMA incremental_vacuum", "DROP INDEX t_b");
        assertThat(Databases.query(bulk, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(Databases.query(bulk, "SELECT count(*) FROM t")).containsExactly("833");
    }

    @ParameterizedTest
    @CsvSource({"512, UTF-8", "4096, UTF-16be", "1024, UTF-8"})
    void tables_without_rowids_in_any_order_of_their_keys(int pageSize, String encoding) {
        assertSame(Databases.make(
                folder.resolve("a.db"),
                "PRAGMA page_size = " + pageSize,
                "PRAGMA encoding = '" + encoding + "'",
                "CREATE TABLE one (a INTEGER PRIMARY KEY) WITHOUT ROWID",
                MANY + "INSERT INTO one SELECT i % 2 FROM n WHERE i < 3",
                "CREATE TABLE few (a INT, b REAL, PRIMARY KEY (b DESC)) WITHOUT ROWID",
                MANY + "INSERT INTO few SELECT i, i * 7919 % 2503 / 2.0 FROM n",
                "CREATE TABLE folded (z BLOB, k TEXT COLLATE NOCASE, j INT, u TEXT UNIQUE, n NUMERIC,"
                        + " PRIMARY KEY (k, j DESC)) WITHOUT ROWID",
                MANY + "INSERT INTO folded SELECT zeroblob(iif(i % 30, i % 9, i * 2)), iif(i % 2, 'K', 'k') || (i % 7),"
                        + " i * 7919 % 2503, 'u' || (i * 7919 % 2503), i / 4.0 FROM n",
                "CREATE INDEX folded_n ON folded (n DESC, k)",
                "CREATE UNIQUE INDEX folded_j ON folded (j, k COLLATE RTRIM)",
                "CREATE TABLE padded (k TEXT PRIMARY KEY COLLATE RTRIM, v) WITHOUT ROWID",
                MANY + "INSERT INTO padded SELECT 'k' || i || substr('   ', 1, i % 4), i FROM n",
                "CREATE TABLE long (k TEXT PRIMARY KEY, v INT) WITHOUT ROWID",
                MANY + "INSERT INTO long SELECT hex(zeroblob(i % 90 * 30)) || i, i FROM n WHERE i < 400"));
    }

    /** The smallest records of all take less room than a cell must have. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 80, 81, 82, 83, 84, 85, 86, 170, 255})
    void records_of_two_and_three_bytes(int count) {
        assertSame(Databases.make(
                folder.resolve("a.db"),
                "PRAGMA page_size = 512",
                "CREATE TABLE t (a PRIMARY KEY) WITHOUT ROWID",
                MANY + "INSERT INTO t SELECT iif(i < 128, i - 1, -i + 127) FROM n WHERE i <= " + count));
    }

    @Test
    void strict_tables() {
        assertSame(Databases.make(
                folder.resolve("a.db"),
                "CREATE TABLE s (id INTEGER PRIMARY KEY, i INT, r REAL, t TEXT, b BLOB, a TEXT) STRICT",
                MANY + "INSERT INTO s SELECT i, nullif(i % 9, 3), i / 2.0, 't' || i, zeroblob(i % 5),"
                        + " 'any' || i FROM n",
                "CREATE INDEX s_r ON s (r DESC)",
                "CREATE TABLE k (t TEXT, i INTEGER, PRIMARY KEY (i, t)) STRICT, WITHOUT ROWID",
                MANY + "INSERT INTO k SELECT 't' || i, i * 7919 % 2503 FROM n"));
    }

    /** More of them with {@code -Ddbsync.property.cases=500 -Ddbsync.property.seed=1000}. */
    @Test
    void random_tables() throws IOException {
        long seed = Long.getLong("dbsync.property.seed", 1);
        int cases = Integer.getInteger("dbsync.property.cases", 20);
        for (long each = seed; each < seed + cases; each++) {
            Path own = Files.createDirectory(folder.resolve("seed" + each));
            BothWriters.compare(
                    Databases.make(
                            own.resolve("a.db"),
                            new RandomTables(each).statements().toArray(String[]::new)),
                    own);
        }
    }

    @Test
    void rows_in_any_order_of_their_rowids() {
        SqliteFile from = Databases.make(
                folder.resolve("a.db"),
                "CREATE TABLE t (place INTEGER PRIMARY KEY, id INT, a TEXT, r REAL, b BLOB)",
                MANY + "INSERT INTO t SELECT i, i * 7919 % 5003 - 2000, 'a' || i, i / 2.0, zeroblob(i % 30) FROM n");
        Path to = folder.resolve("b.db");
        try (Source source = SqliteSource.open(from);
                Target target = SqliteTarget.open(new SqliteFile(to))) {
            Table table = source.census(Databases.table(source, "t"), false, ColumnRules.NONE)
                    .table();
            target.begin(source.catalog().settings());
            target.execute(new io.github.dbsync.dialect.Statement(
                    "CREATE TABLE t (place INT UNIQUE, id INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT, r REAL, b BLOB)",
                    "t"));
            Databases.copyRows(source, target, table);
            target.commit();
        }
        String cells = "SELECT place, id, a, r, hex(b) FROM t ORDER BY ";
        assertThat(Databases.query(to, cells + "place")).isEqualTo(Databases.query(from.path(), cells + "place"));
        assertThat(Databases.query(to, cells + "id")).isEqualTo(Databases.query(from.path(), cells + "id"));
        assertThat(Databases.query(to, "SELECT seq FROM sqlite_sequence"))
                .isEqualTo(Databases.query(from.path(), "SELECT max(id) FROM t"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a TEXT NOT NULL, id INTEGER PRIMARY KEY; NOT NULL constraint failed: t.a",
                "a TEXT UNIQUE, id INTEGER PRIMARY KEY; UNIQUE constraint failed: t.a",
                "a TEXT, id INTEGER PRIMARY KEY CHECK (id < 2500); CHECK constraint failed",
                "id INTEGER, a TEXT PRIMARY KEY) WITHOUT ROWID --; constraint failed: t.a",
                "id INTEGER NOT NULL, a TEXT COLLATE NOCASE, PRIMARY KEY (id, a)) WITHOUT ROWID --; NOT NULL constraint failed: t.a",
                "id BLOB, a TEXT) STRICT --; cannot store INT value in BLOB column t.id",
                "id INTEGER PRIMARY KEY, a INTEGER) STRICT --; cannot store TEXT value in INTEGER column t.a"
            })
    void broken_constraints_are_said_by_SQLite(String columns, String words) {
        SqliteFile from = Databases.make(
                folder.resolve("a.db"),
                "CREATE TABLE t (a TEXT, id INTEGER PRIMARY KEY)",
                MANY
                        + "INSERT INTO t SELECT CASE i WHEN 2100 THEN 'a1' WHEN 2300 THEN NULL ELSE 'a' || i END, i FROM n");
        DbSyncException refused =
                catchThrowableOfType(DbSyncException.class, () -> copyInto("CREATE TABLE t (" + columns + ")", from));
        assertThat(refused.problem().text())
                .contains("DBSYNC-")
                .contains("A row breaks a constraint of the SQLite database.")
                .contains(words);
        assertThat(folder.resolve("b.db")).doesNotExist();
        assertThat(folder.resolve("b.db.dbsync-new")).doesNotExist();
    }

    @Test
    void two_rows_with_one_rowid_are_refused() {
        SqliteFile from = Databases.make(
                folder.resolve("a.db"), "CREATE TABLE t (a TEXT, id INT)", "INSERT INTO t VALUES ('a', 1), ('b', 1)");
        DbSyncException refused = catchThrowableOfType(
                DbSyncException.class, () -> copyInto("CREATE TABLE t (a TEXT, id INTEGER PRIMARY KEY)", from));
        assertThat(refused.problem().text()).contains("UNIQUE constraint failed: t.id");
    }

    @Test
    void a_unique_index_that_two_keys_break_is_refused_in_its_name() {
        SqliteFile from = Databases.make(
                folder.resolve("a.db"),
                "CREATE TABLE t (a TEXT)",
                "INSERT INTO t VALUES ('a'), (NULL), ('A'), (NULL)",
                "CREATE INDEX i ON t (a)");
        try (Source source = SqliteSource.open(from);
                Target target = SqliteTarget.open(new SqliteFile(folder.resolve("b.db")))) {
            Table table = Databases.table(source, "t");
            Table unique = new Table(
                    table.name(),
                    table.columns(),
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(new io.github.dbsync.catalog.Index(
                            "i",
                            true,
                            table.indexes().get(0).parts(),
                            null,
                            "btree",
                            "CREATE UNIQUE INDEX i ON t (a COLLATE NOCASE)")),
                    List.of(),
                    table.definition());
            target.begin(source.catalog().settings());
            SqliteDdl.create(unique).beforeRows().forEach(target::execute);
            DbSyncException refused =
                    catchThrowableOfType(DbSyncException.class, () -> Databases.copyRows(source, target, unique));
            assertThat(refused.problem().text()).contains("index i").contains("UNIQUE constraint failed: t.a");
        }
    }

    private void copyInto(String create, SqliteFile from) {
        try (Source source = SqliteSource.open(from);
                Target target = SqliteTarget.open(new SqliteFile(folder.resolve("b.db")))) {
            target.begin(source.catalog().settings());
            target.execute(new io.github.dbsync.dialect.Statement(create, "t"));
            Databases.copyRows(source, target, Databases.table(source, "t"));
            target.commit();
        }
    }

    private void assertSame(SqliteFile from) {
        BothWriters.compare(from, folder);
    }
}
