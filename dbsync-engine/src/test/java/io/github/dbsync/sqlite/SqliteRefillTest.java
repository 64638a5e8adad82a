package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Beginning;
import io.github.dbsync.dialect.Refill;
import io.github.dbsync.dialect.RefilledTable;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables get other rows, and nothing else of a SQLite database changes. */
class SqliteRefillTest {

    private static final Set<String> UNTOUCHED = Set.of("audit", "letter");

    private static final String[] SCHEMA = {
        "CREATE TABLE audit (entry TEXT)",
        "CREATE TABLE  country (code TEXT PRIMARY KEY, name TEXT NOT NULL CHECK (name <> '')) WITHOUT ROWID",
        "CREATE TRIGGER noted AFTER INSERT ON country BEGIN INSERT INTO audit VALUES (NEW.code); END",
        "CREATE TABLE person (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, loud TEXT AS (upper(name)) STORED,"
                + " country TEXT REFERENCES country ON UPDATE CASCADE, boss INT REFERENCES person)",
        "CREATE INDEX \"person's boss\" ON person (boss) WHERE boss IS NOT NULL",
        "CREATE TRIGGER gone BEFORE DELETE ON person BEGIN SELECT raise(ABORT, 'nobody goes'); END",
        "CREATE TABLE visit (id INTEGER PRIMARY KEY AUTOINCREMENT, person INT REFERENCES person)",
        "CREATE TABLE letter (id INTEGER PRIMARY KEY, person INT REFERENCES person ON DELETE CASCADE)",
        "CREATE VIEW talkers AS SELECT id, loud FROM person",
        "CREATE TRIGGER told INSTEAD OF INSERT ON talkers BEGIN INSERT INTO person (name) VALUES (NEW.loud); END",
        "CREATE VIRTUAL TABLE names USING fts5(name, content='person', content_rowid='id')",
        "CREATE TRIGGER indexed AFTER INSERT ON person BEGIN INSERT INTO names (rowid, name) VALUES (NEW.id, NEW.name); END",
        "CREATE VIRTUAL TABLE words USING fts5(word)",
        "ANALYZE"
    };

    private static final String[] OLD_ROWS = {
        "INSERT INTO country VALUES ('xx', 'Nowhere')",
        "INSERT INTO person (name, country) VALUES ('old', 'xx'), ('older', 'xx'), ('oldest', 'xx')",
        "INSERT INTO visit (person) VALUES (3)",
        "INSERT INTO letter VALUES (1, 1)",
        "INSERT INTO words VALUES ('stays')",
        "DELETE FROM audit"
    };

    private static final String[] NEW_ROWS = {
        "INSERT INTO country VALUES ('at', 'Austria'), ('ch', 'Switzerland')",
        "INSERT INTO person (name, country, boss) VALUES ('Ada', 'at', 2), ('Bob', 'ch', 1)",
        "INSERT INTO visit (person) VALUES (1), (2)",
        "UPDATE sqlite_sequence SET seq = 9 WHERE name = 'visit'"
    };

    @TempDir
    private Path folder;

    private Path source;
    private Path target;

    @BeforeEach
    void makeBoth() {
        source = folder.resolve("source.db");
        target = folder.resolve("target.db");
        Databases.make(source, SCHEMA);
        Databases.make(source, NEW_ROWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wal", "delete"})
    void everything_but_the_rows_is_as_it_was(String journal) {
        Databases.make(
                target, "PRAGMA page_size = 1024", "PRAGMA user_version = 7", "PRAGMA journal_mode = " + journal);
        Databases.make(target, SCHEMA);
        Databases.make(target, OLD_ROWS);
        List<String> before = schema();
        String settings = settings();

        assertThat(refill())
                .extracting(Problem::code, Problem::what)
                .containsExactly(tuple(
                        ProblemCode.NOT_REFRESHED,
                        "The target's fts5 virtual table words keeps the rows that it has."));

        assertThat(schema()).isEqualTo(before);
        assertThat(settings()).isEqualTo(settings);
        assertThat(query("SELECT * FROM audit")).isEmpty();
        for (String table : List.of("country", "person", "visit")) {
            assertThat(Databases.cells(target, table)).isEqualTo(Databases.cells(source, table));
        }
        assertThat(query("SELECT id FROM letter")).containsExactly("1");
        assertThat(query("SELECT name, seq FROM sqlite_sequence ORDER BY name")).containsExactly("person|2", "visit|9");
        assertThat(query("SELECT rowid FROM names('bob')")).containsExactly("2");
        assertThat(query("SELECT rowid FROM names('old')")).isEmpty();
        assertThat(query("SELECT word FROM words('stays')")).containsExactly("stays");
        assertThat(query("PRAGMA integrity_check")).containsExactly("ok");
    }

    @Test
    void triggers_fire_again_afterwards() {
        Databases.make(target, SCHEMA);
        refill();
        Databases.make(target, "INSERT INTO country VALUES ('de', 'Germany')");
        assertThat(query("SELECT entry FROM audit")).containsExactly("de");
    }

    @Test
    void a_row_that_a_table_beside_refers_to_must_be_there_again() {
        Databases.make(target, SCHEMA);
        Databases.make(target, OLD_ROWS);
        Databases.make(target, "UPDATE letter SET person = 3");
        Map<String, String> before = Databases.digests(folder);

        DbSyncException refused = catchThrowableOfType(DbSyncException.class, this::refill);

        assertThat(refused.problem().code()).isEqualTo(ProblemCode.ORPHAN_ROWS);
        assertThat(refused.problem().what()).contains("letter");
        assertThat(Databases.digests(folder)).isEqualTo(before);
    }

    @Test
    void carried_tables_are_there_with_their_rows_and_rowids() {
        Databases.make(
                target,
                "CREATE TABLE  \"history\" (rank INT, [what] TEXT, UNIQUE (rank))",
                "CREATE INDEX history_what ON history (what)",
                "INSERT INTO history (rowid, rank, what) VALUES (5, 1, 'made'), (9, 2, X'00FF')",
                "CREATE TABLE other (x)");
        List<String> before = query("SELECT sql FROM sqlite_schema WHERE tbl_name = 'history'");
        List<String> rows = query("SELECT rowid, rank, typeof(what), hex(what) FROM history");
        try (Target opened = SqliteTarget.open(new SqliteFile(target))) {
            Table history =
                    opened.catalog().lookupTable(QualifiedName.of("history")).orElseThrow();
            opened.begin(new Beginning(Map.of(), false, List.of(history)));
            opened.written().close();
            opened.commit();
        }
        assertThat(query("SELECT sql FROM sqlite_schema")).isEqualTo(before);
        assertThat(query("SELECT rowid, rank, typeof(what), hex(what) FROM history"))
                .isEqualTo(rows);
    }

    /** What a sync does with tables that stay, without its plan. */
    private List<Problem> refill() {
        try (Source from = SqliteSource.open(new SqliteFile(source));
                Target to = SqliteTarget.open(new SqliteFile(target))) {
            Catalog catalog = to.catalog();
            List<Table> tables = catalog.tables().stream()
                    .filter(table -> !UNTOUCHED.contains(table.name().name()))
                    .toList();
            Refill refill = new SqliteDialect()
                    .refill(
                            tables.stream()
                                    .map(table -> refilled(table, from.catalog()))
                                    .toList(),
                            catalog);
            to.begin(new Beginning(catalog.settings(), true, List.of()));
            refill.script().beforeRows().forEach(to::execute);
            tables.forEach(table -> Databases.copyRows(from, to, table));
            refill.script().afterAllRows().forEach(to::execute);
            to.written().close();
            to.commit();
            return refill.findings();
        }
    }

    /** A counter of the source for {@code visit} alone. */
    private static RefilledTable refilled(Table table, Catalog source) {
        boolean visit = table.name().name().equals("visit");
        return new RefilledTable(
                table,
                visit ? Map.of("id", sequence(source.lookupTable(table.name()).orElseThrow())) : Map.of());
    }

    private static Sequence sequence(Table table) {
        return Objects.requireNonNull(table.lookupColumn("id").orElseThrow().identity())
                .sequence();
    }

    /** Every row of the schema in its place. */
    private List<String> schema() {
        return query("SELECT rowid, type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid");
    }

    private String settings() {
        return query("PRAGMA page_size") + " " + query("PRAGMA user_version") + " " + query("PRAGMA journal_mode");
    }

    private List<String> query(String sql) {
        return Databases.query(target, sql);
    }
}
