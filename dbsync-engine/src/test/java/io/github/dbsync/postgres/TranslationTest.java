package io.github.dbsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.dialect.Script;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.dialect.Translation;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.rules.ColumnRules;
import io.github.dbsync.sqlite.SqliteSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What real SQLite tables become, as a real PostgreSQL prints it; what cannot be said is in the ledger by name. */
class TranslationTest {

    @TempDir
    private Path folder;

    private final PostgresDatabase database = PostgresServers.major(14).createDatabase();

    private List<LedgerEntry> ledger = List.of();

    @Test
    void types() throws SQLException {
        translate(
                "CREATE TABLE t (a INTEGER, b BIGINT, c BOOLEAN, d REAL, e DECIMAL(10,2), f VARCHAR(20), g TEXT, h BLOB)");

        assertThat(columns("t"))
                .containsExactly(
                        "a bigint",
                        "b bigint",
                        "c boolean",
                        "d double precision",
                        "e numeric(10,2)",
                        "f character varying(20)",
                        "g text",
                        "h bytea");
        assertThat(Sql.texts(
                        database,
                        "SELECT DISTINCT attcollation::regcollation FROM pg_attribute WHERE attcollation <> 0"
                                + " AND attrelid = 't'::regclass"))
                .containsExactly("\"C\"");
    }

    @Test
    void theNextNumberIsTheSameEvenOfEmptyTables() throws SQLException {
        translate(
                "CREATE TABLE plain (id INTEGER PRIMARY KEY, v)",
                "INSERT INTO plain VALUES (41, 'x')",
                "CREATE TABLE auto (id INTEGER PRIMARY KEY AUTOINCREMENT, v)",
                "INSERT INTO auto VALUES (99, 'x')",
                "DELETE FROM auto",
                "CREATE TABLE fresh (id INTEGER PRIMARY KEY)");

        Sql.run(
                database,
                "INSERT INTO plain (v) VALUES (null)",
                "INSERT INTO auto DEFAULT VALUES",
                "INSERT INTO fresh DEFAULT VALUES");
        assertThat(
                        Sql.texts(
                                database,
                                "SELECT max(id) FROM plain UNION ALL SELECT max(id) FROM auto UNION ALL SELECT max(id) FROM fresh"))
                .containsExactly("42", "100", "1");
    }

    @Test
    void defaults() throws SQLException {
        translate(
                "CREATE TABLE t (a INTEGER DEFAULT -1, b BOOLEAN DEFAULT 1, c TEXT DEFAULT \"foo\", d TEXT DEFAULT 'it''s',"
                        + " e REAL DEFAULT 1.5, f TEXT DEFAULT 0, g BLOB DEFAULT x'00ff', h DATETIME DEFAULT CURRENT_TIMESTAMP,"
                        + " i TEXT DEFAULT CURRENT_TIMESTAMP, j INTEGER DEFAULT (random()), k TEXT DEFAULT NULL)");

        Sql.run(database, "INSERT INTO t DEFAULT VALUES");
        assertThat(Sql.texts(database, "SELECT row(a, b, c, d, e, f, g, k) FROM t"))
                .containsExactly("(-1,t,foo,it's,1.5,0,\"\\\\x00ff\",)");
        assertThat(Sql.texts(database, "SELECT i FROM t").get(0)).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
        assertThat(
                        Sql.texts(
                                database,
                                "SELECT h = date_trunc('second', h) AND abs(extract(epoch FROM h - now() AT TIME ZONE 'UTC')) < 60 FROM t"))
                .containsExactly("t");
        assertThat(remembered()).containsExactly("default t.j");
    }

    @Test
    void checksAndPartialAndExpressionIndexes() throws SQLException {
        translate(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER CHECK (n > 0 AND n <= 10), s TEXT,"
                        + " ok BOOLEAN CHECK (ok IN (0, 1)), CHECK (length(s) > 2 OR s IS NULL), CHECK (s GLOB 'a*'), CHECK (n <> 'x'))",
                "CREATE INDEX partly ON t (n DESC) WHERE ok = 1 AND s IS NOT NULL",
                "CREATE INDEX lowered ON t (lower(s))",
                "CREATE UNIQUE INDEX blind ON t (s COLLATE NOCASE)",
                "CREATE INDEX globbed ON t (n) WHERE s LIKE 'a%'");

        assertThat(
                        Sql.texts(
                                database,
                                "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype = 'c' ORDER BY 1"))
                .containsExactly(
                        "CHECK (((length(s) > 2) OR (s IS NULL)))",
                        "CHECK (((n > 0) AND (n <= 10)))",
                        "CHECK ((ok = ANY (ARRAY[false, true])))");
        assertThat(indexes())
                .containsExactly(
                        "CREATE INDEX lowered ON public.t USING btree (lower(s))",
                        "CREATE INDEX partly ON public.t USING btree (n DESC) WHERE ((ok = true) AND (s IS NOT NULL))",
                        "CREATE UNIQUE INDEX blind ON public.t USING btree (lower(s))",
                        "CREATE UNIQUE INDEX t_pkey ON public.t USING btree (id)");
        assertThat(remembered()).hasSize(3).anyMatch(entry -> entry.contains("globbed"));
    }

    @Test
    void keysWithCollationsStayAsUnique() throws SQLException {
        translate("CREATE TABLE t (a TEXT COLLATE NOCASE UNIQUE, b TEXT)");

        assertThat(indexes())
                .containsExactly(
                        "CREATE UNIQUE INDEX t_a_fold ON public.t USING btree (lower(a))",
                        "CREATE UNIQUE INDEX t_a_key ON public.t USING btree (a)");
        assertThat(remembered()).containsExactly("collation t.a");
    }

    @Test
    void foreignKeysWithCyclesActionsAndCompositeKeys() throws SQLException {
        translate(
                "CREATE TABLE a (x INTEGER, y TEXT, b INTEGER REFERENCES b DEFERRABLE INITIALLY DEFERRED, PRIMARY KEY (x, y))",
                "CREATE TABLE b (id INTEGER PRIMARY KEY, x INTEGER, y TEXT,"
                        + " CONSTRAINT back FOREIGN KEY (x, y) REFERENCES a (x, y) ON DELETE CASCADE ON UPDATE SET NULL)",
                "CREATE TABLE c (t TEXT REFERENCES b (id))");

        assertThat(
                        Sql.texts(
                                database,
                                "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype = 'f' ORDER BY 1"))
                .containsExactly(
                        "FOREIGN KEY (b) REFERENCES b(id) DEFERRABLE INITIALLY DEFERRED",
                        "FOREIGN KEY (x, y) REFERENCES a(x, y) ON UPDATE SET NULL ON DELETE CASCADE");
        assertThat(remembered()).containsExactly("foreign key c.(t)");
    }

    @Test
    void namesThatAreTooLongOrTaken() throws SQLException {
        String longName = "an_index_with_a_name_that_is_longer_than_postgresql_lets_it_be_ä1";
        translate(
                "CREATE TABLE one (a INTEGER, CONSTRAINT pk PRIMARY KEY (a))",
                "CREATE TABLE two (a TEXT, b TEXT, CONSTRAINT pk PRIMARY KEY (a), CONSTRAINT pk UNIQUE (b))",
                "CREATE TABLE \"select\" (\"a\"\"b\" TEXT, \"Case\" TEXT, \"case2\" TEXT)",
                "CREATE INDEX " + longName + " ON two (a)",
                "CREATE INDEX " + longName + "2 ON two (b)");

        assertThat(Sql.texts(database, "SELECT relname FROM pg_class WHERE relkind = 'i' AND relname LIKE 'an_index%'"))
                .hasSize(2)
                .allMatch(name -> name.getBytes(StandardCharsets.UTF_8).length <= 63);
        assertThat(
                        Sql.texts(
                                database,
                                "SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u')"))
                .hasSize(3)
                .contains("pk");
        assertThat(columns("select")).containsExactly("a\"b text", "Case text", "case2 text");
        assertThat(ledger)
                .filteredOn(entry -> entry.note().contains("it is called"))
                .hasSize(4);
    }

    @Test
    void generatedColumns() throws SQLException {
        translate("CREATE TABLE t (a INTEGER, b INTEGER AS (a * 2) STORED, c INTEGER AS (a + 1), d TEXT AS (hex(a)))");

        Sql.run(database, "INSERT INTO t VALUES (5)");
        assertThat(Sql.texts(database, "SELECT row(t.*) FROM t")).containsExactly("(5,10,6)");
        assertThat(remembered()).containsExactly("generated column t.d");
    }

    private void translate(String... statements) throws SQLException {
        Path file = folder.resolve("source.db");
        try (Connection sqlite = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = sqlite.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        try (Source source = SqliteSource.open(new SqliteFile(file));
                Target target = PostgresTarget.open(database)) {
            make(source, target);
        }
    }

    private void make(Source source, Target target) {
        PostgresDialect dialect = new PostgresDialect();
        List<Table> foreign = source.catalog().tables().stream()
                .map(table -> source.census(table, false, ColumnRules.NONE).table())
                .map(table -> table.renamed(name -> new QualifiedName("public", name.name())))
                .toList();
        List<Translation> translations = dialect.translate(foreign, List.of());
        ledger = translations.stream()
                .flatMap(translation -> translation.ledger().stream())
                .toList();
        List<Script> scripts = translations.stream()
                .map(translation -> dialect.create(translation.table()))
                .toList();
        target.begin(Map.of());
        scripts.forEach(script -> script.beforeRows().forEach(target::execute));
        scripts.forEach(script -> script.afterRows().forEach(target::execute));
        scripts.forEach(script -> script.afterAllRows().forEach(target::execute));
        target.commit();
    }

    private List<String> remembered() {
        return ledger.stream()
                .filter(entry -> entry.fate() == Fate.REMEMBERED)
                .map(entry -> entry.kind() + " " + entry.name())
                .toList();
    }

    private List<String> columns(String table) {
        return Sql.texts(
                database,
                "SELECT attname || ' ' || format_type(atttypid, atttypmod) FROM pg_attribute WHERE attnum > 0 AND attrelid = "
                        + Quoting.literal(Quoting.name(table)) + "::regclass ORDER BY attnum");
    }

    private List<String> indexes() {
        return Sql.texts(database, "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1");
    }
}
