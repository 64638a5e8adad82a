package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Beginning;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.rules.ColumnRules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
        SqliteFile file = Databases.make(folder.resolve("a.db"), "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)");
        try (Source source = SqliteSource.open(file);
                Target target = SqliteTarget.open(new SqliteFile(folder.resolve("b.db")))) {
            Table table = Databases.table(source, "t");
            target.begin(source.catalog().settings());
            SqliteDdl.create(table).beforeRows().forEach(target::execute);
            try (RowWriter rows = target.write(table)) {
                assertThat(rows).isInstanceOf(BulkRowWriter.class);
            }
        }
    }

    @Test
    void a_database_that_vacuums_itself_is_left_to_SQLite() {
        assertSame(Databases.make(
                folder.resolve("a.db"),
                "PRAGMA auto_vacuum = FULL",
                "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE)",
                MANY + "INSERT INTO t SELECT i, 'a' || i FROM n"));
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
                "a TEXT, id INTEGER PRIMARY KEY CHECK (id < 2500); CHECK constraint failed"
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

    /** Copies a database twice, by pages and by inserts, and compares all that SQLite says of both. */
    private void assertSame(SqliteFile from) {
        Path bulk = folder.resolve("bulk.db");
        Path inserted = folder.resolve("inserted.db");
        Databases.copy(from, new SqliteFile(bulk));
        copyByInserts(from, inserted);

        assertThat(Databases.query(bulk, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(String.join("\n", all(bulk))).isEqualTo(String.join("\n", all(inserted)));
        Databases.make(bulk, "VACUUM");
        assertThat(String.join("\n", all(bulk))).isEqualTo(String.join("\n", all(inserted)));
    }

    private static List<String> all(Path file) {
        List<String> all = new ArrayList<>(
                Databases.query(file, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid"));
        for (String table : Databases.query(
                file, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_stat1'")) {
            all.addAll(Databases.cells(file, table));
            for (String index : Databases.query(
                    file, "SELECT name FROM pragma_index_list('" + table.replace("'", "''") + "') ORDER BY name")) {
                String where = index.equals("p_part") ? " WHERE ok" : "";
                all.addAll(Databases.query(
                        file,
                        "SELECT rowid FROM \"" + table + "\" INDEXED BY \"" + index + '"' + where
                                + order(file, index)));
            }
        }
        return all;
    }

    private static String order(Path file, String index) {
        List<String> parts = Databases.query(
                file,
                "SELECT '\"' || name || '\" COLLATE ' || coll || iif(desc, ' DESC', '') FROM pragma_index_xinfo('"
                        + index + "') WHERE key AND cid >= 0");
        return parts.isEmpty() ? "" : " ORDER BY " + String.join(", ", parts) + ", rowid";
    }

    private static void copyByInserts(SqliteFile from, Path to) {
        try (Source source = SqliteSource.open(from);
                SqliteDatabase database = SqliteDatabase.create(to)) {
            Catalog catalog = source.catalog();
            SqliteSettings.beforeLoad(
                    database, Beginning.anew(catalog.settings()).settings());
            List<Table> tables = catalog.tables().stream()
                    .map(table -> source.census(table, false, ColumnRules.NONE).table())
                    .toList();
            database.execute("BEGIN");
            tables.forEach(table -> run(SqliteDdl.create(table).beforeRows(), database));
            for (Table table : tables) {
                insert(source, database, table);
                run(SqliteDdl.create(table).afterRows(), database);
            }
            catalog.others().stream()
                    .filter(object -> object.definition() != null)
                    .forEach(object -> database.execute(object.definition()));
            database.execute("COMMIT");
        }
    }

    private static void insert(Source source, SqliteDatabase database, Table table) {
        Batch batch = Batch.of(table);
        try (RowReader reader = source.read(table);
                RowWriter writer = new SqliteRowWriter(database, table)) {
            while (reader.next(batch)) {
                writer.write(batch);
            }
            writer.finish();
        }
    }

    private static void run(List<io.github.dbsync.dialect.Statement> statements, SqliteDatabase database) {
        statements.forEach(statement -> database.execute(statement.sql()));
    }
}
