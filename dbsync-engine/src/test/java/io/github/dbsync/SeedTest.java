package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.proposal.Proposal;
import io.github.dbsync.proposal.Protection;
import io.github.dbsync.rules.ColumnRules;
import io.github.dbsync.seed.SeedProposal;
import io.github.dbsync.seed.SeedReport;
import io.github.dbsync.seed.SeedRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of files go into either database, once and for all; what is wrong is told with file and line, and changes nothing. */
@Tag("locale")
class SeedTest extends BothEnds {

    private static final String SQLITE_SHOP = """
            CREATE TABLE author (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, born DATE, mentor INTEGER REFERENCES author);
            CREATE TABLE book (id INTEGER PRIMARY KEY, author INTEGER NOT NULL REFERENCES author, title VARCHAR(40) NOT NULL,
                price DECIMAL(8,2), sold BOOLEAN NOT NULL DEFAULT 0, seen TIMESTAMPTZ, cover BLOB, meta TEXT, code UUID,
                weight DOUBLE, note TEXT DEFAULT 'none');
            CREATE TABLE shelf (book INTEGER NOT NULL REFERENCES book, place TEXT NOT NULL, PRIMARY KEY (book, place));
            CREATE TABLE log (line TEXT, at TIME);
            """;

    private static final String POSTGRES_SHOP = """
            CREATE TABLE author (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL UNIQUE, born date,
                mentor bigint REFERENCES author);
            CREATE TABLE book (id serial PRIMARY KEY, author bigint NOT NULL REFERENCES author, title varchar(40) NOT NULL,
                price numeric(8,2), sold boolean NOT NULL DEFAULT false, seen timestamptz, cover bytea, meta jsonb, code uuid,
                weight double precision, note text DEFAULT 'none');
            CREATE TABLE shelf (book integer NOT NULL REFERENCES book, place text NOT NULL, PRIMARY KEY (book, place));
            CREATE TABLE log (line text, at time);
            """;

    private static final String FIXTURE = """
            shelf:
              - {book: !ref hobbit, place: "A1"}
            book:
              hobbit:
                id: 7
                author: !ref author.tolkien
                title: "no"
                price: 12.50
                sold: yes
                seen: 2026-01-31T12:00:00.5+01:00
                cover: !!binary AAECf/8=
                meta: {pages: 310, price: 1.50, tags: [a, no], sequel: null}
                code: 0E6A8F3C-0000-4000-8000-00000000000f
                weight: -1.5e-3
                note: ""
              lamp:
                author: !ref lewis
                title: Ünïcode 'quoted' \\ "back"
                note: ~
            author:
              lewis: {name: Lewis, mentor: !ref tolkien}
              tolkien: {name: Tolkien, born: 1892-01-03}
            """;

    private static final String BOOKS = "SELECT b.id, a.name, title, price, sold, seen, cover, meta, code, weight, note"
            + " FROM book b JOIN author a ON a.id = b.author ORDER BY title";

    private static final List<String> SQLITE_BOOKS = List.of(
            "7 Tolkien no 12.5 1 2026-01-31 11:00:00.5+00:00 \u0000\u0001\u0002\u007f\ufffd"
                    + " {\"pages\":310,\"price\":1.50,\"tags\":[\"a\",\"no\"],\"sequel\":null} 0e6a8f3c-0000-4000-8000-00000000000f -0.0015 ",
            "435638888 Lewis Ünïcode 'quoted' \\ \"back\" null 0 null null null null null null");

    private static final List<String> POSTGRES_BOOKS = List.of(
            "7 Tolkien no 12.50 t 2026-01-31 11:00:00.5 \\x0001027fff"
                    + " {\"tags\": [\"a\", \"no\"], \"pages\": 310, \"price\": 1.50, \"sequel\": null} 0e6a8f3c-0000-4000-8000-00000000000f -0.0015 ",
            "435638888 Lewis Ünïcode 'quoted' \\ \"back\" null f null null null null null null");

    private final List<Problem> told = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private boolean agrees;
    private @Nullable String typed;

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void a_fixture_goes_in_with_references_and_awkward_values_and_again_changes_nothing(String side) throws Exception {
        shop(side);
        file("10-library.yaml", FIXTURE);
        file(
                "20-log.csv",
                "line,at\r\n,\r\n\"\",23:59:59.000001\r\n\"a, \"\"b\"\"\r\nc\",\r\n\"\",23:59:59.000001\r\n");

        assertThat(seed(side).text()).contains("Seeded");

        assertBooks(side);
        assertThat(query(side, "SELECT place FROM shelf JOIN book ON book = id WHERE title = 'no'"))
                .containsExactly("A1");
        assertThat(query(side, "SELECT count(*) || '/' || count(line) || '/' || count(at) FROM log"))
                .containsExactly("4/3/2");
        assertThat(query(side, "SELECT a.name || b.name FROM author a JOIN author b ON a.mentor = b.id"))
                .containsExactly("LewisTolkien");
        List<String> all = everything(side);
        assertThat(seed(side).text()).contains("Everything is there already");
        assertThat(everything(side)).isEqualTo(all);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void rows_of_the_user_are_left_alone_and_numbers_go_on_behind_all(String side) throws Exception {
        shop(side);
        execute(side, "INSERT INTO author (name) VALUES ('Mine'), ('Gone'); DELETE FROM author WHERE name = 'Gone'");
        file("seed.yaml", "author:\n  a: {name: New}\n  b: {name: Newer}\n");

        seed(side);
        execute(side, "INSERT INTO author (name) VALUES ('Last')");

        assertThat(query(side, "SELECT id, name FROM author ORDER BY id"))
                .containsExactly("1 Mine", "3 New", "4 Newer", "5 Last");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void a_row_that_is_there_with_other_values_changes_only_with_consent(String side) throws Exception {
        shop(side);
        execute(
                side,
                "INSERT INTO author (name, born) VALUES ('Tolkien', '1900-01-01'); INSERT INTO log (line) VALUES ('x')");
        file("a.yaml", "author:\n  tolkien: {name: Tolkien, born: 1892-01-03}\nlog:\n  - {line: x}\n  - {line: x}\n");
        List<String> before = everything(side);

        assertThat(refused(side).code()).isEqualTo(ProblemCode.NOT_CONFIRMED);
        assertThat(everything(side)).isEqualTo(before);

        agrees = true;
        seed(side);
        assertThat(query(side, "SELECT id, name, born FROM author")).containsExactly("1 Tolkien 1892-01-03");
        assertThat(query(side, "SELECT count(*) FROM log")).containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void everything_that_is_wrong_is_told_with_its_line_and_nothing_is_written(String side) throws Exception {
        shop(side);
        file("a.yaml", """
                authors:
                  - {name: X}
                author:
                  a: {name: A, age: 5}
                  b: {name: null}
                  c: {name: C, born: 1892-02-30}
                  d: {born: 1892-02-03}
                  e: {name: E}
                  f: {name: E}
                  g: {name: G, mentor: !ref nobody}
                book:
                  - {title: T, author: 4711}
                  - {id: 9, title: T, author: 4711}
                  - {id: 10, title: 0123456789012345678901234567890123456789X, author: !ref author.e}
                  - {id: 11, title: T, price: 1.005, author: !ref author.e}
                  - {id: 12, title: T, weight: heavy, cover: "00", author: !ref author.e}
                """);
        List<String> before = everything(side);

        refused(side);

        assertThat(told)
                .extracting(
                        problem -> problem.code().name() + " " + problem.where().replace("seed/a.yaml, line ", ""))
                .containsExactlyInAnyOrder(
                        "SEED_TABLE_UNKNOWN 2",
                        "SEED_COLUMN_UNKNOWN 4",
                        "SEED_VALUE_MISSING 5",
                        "SEED_VALUE_DOES_NOT_FIT 6",
                        "SEED_VALUE_MISSING 7",
                        "SEED_KEY_TWICE 9",
                        "SEED_REFERENCE_UNKNOWN 10",
                        "SEED_ROW_WITHOUT_KEY 12",
                        "SEED_PARENT_MISSING 13",
                        "SEED_VALUE_DOES_NOT_FIT 14",
                        "SEED_VALUE_DOES_NOT_FIT 15",
                        "SEED_VALUE_DOES_NOT_FIT 16",
                        "SEED_VALUE_DOES_NOT_FIT 16");
        assertThat(everything(side)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void a_row_that_only_the_database_refuses_is_named_and_takes_all_others_with_it(String side) throws Exception {
        shop(side);
        execute(side, "CREATE TABLE odd (id INTEGER PRIMARY KEY, n INTEGER CHECK (n % 2 = 1))");
        file("a.yaml", "author:\n  a: {name: A}\nodd:\n  - {id: 1, n: 1}\n  - {id: 2, n: 2}\n  - {id: 3, n: 4}\n");

        refused(side);

        assertThat(told)
                .extracting(Problem::code, Problem::where)
                .containsExactly(
                        tuple(ProblemCode.SEED_ROW_REFUSED, "seed/a.yaml, line 5"),
                        tuple(ProblemCode.SEED_ROW_REFUSED, "seed/a.yaml, line 6"));
        assertThat(query(side, "SELECT count(*) FROM author")).containsExactly("0");
        assertThat(query(side, "SELECT count(*) FROM odd")).containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void scripts_run_at_their_place_those_of_the_other_side_not_at_all(String side) throws Exception {
        shop(side);
        file("10-a.yaml", "author:\n  tolkien: {name: Tolkien}\n");
        file("20-b.sql", """
                -- a comment; with a semicolon
                INSERT INTO author (name) VALUES ('a;b') ON CONFLICT (name) DO NOTHING;
                UPDATE author SET born = '1892-01-03' WHERE name = 'Tolkien';
                """);
        file("30-c.sqlite.sql", """
                CREATE TRIGGER IF NOT EXISTS t AFTER INSERT ON log BEGIN UPDATE log SET line = 's'; DELETE FROM shelf; END;
                INSERT INTO log (line) SELECT 'sqlite' WHERE NOT EXISTS (SELECT 1 FROM log);
                """);
        file("30-c.postgresql.sql", """
                DO $$ BEGIN IF NOT EXISTS (SELECT FROM log) THEN INSERT INTO log (line) VALUES ('s'); END IF; END $$;
                """);

        seed(side);
        seed(side);

        assertThat(query(side, "SELECT name, born FROM author ORDER BY name"))
                .containsExactly("Tolkien 1892-01-03", "a;b null");
        assertThat(query(side, "SELECT line FROM log")).containsExactly("s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void a_script_that_fails_or_ends_the_transaction_changes_nothing(String side) throws Exception {
        shop(side);
        file("a.sql", "INSERT INTO author (name) VALUES ('a');\n\nINSERT INTO nowhere VALUES (1);\n");
        Problem failed = refused(side);
        file("a.sql", "INSERT INTO author (name) VALUES ('a');\n/* so */ commit;\n");
        Problem forbidden = refused(side);

        assertThat(failed.code()).isEqualTo(ProblemCode.SEED_STATEMENT_FAILED);
        assertThat(failed.where()).isEqualTo("seed/a.sql, line 3");
        assertThat(failed.why()).contains("nowhere");
        assertThat(forbidden.code()).isEqualTo(ProblemCode.SEED_STATEMENT_FORBIDDEN);
        assertThat(forbidden.where()).isEqualTo("seed/a.sql, line 2");
        assertThat(query(side, "SELECT count(*) FROM author")).containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "postgresql"})
    void a_dry_run_tries_everything_and_keeps_nothing(String side) throws Exception {
        shop(side);
        file("a.yaml", FIXTURE);
        file("b.sql", "INSERT INTO log (line) VALUES ('x');\n");
        List<String> before = everything(side);

        assertThat(run(side, true).text()).contains("Nothing was changed");

        assertThat(everything(side)).isEqualTo(before);
        assertThat(shown).anyMatch(text -> text.contains("author") && text.contains("runs seed/b.sql"));
    }

    @Test
    void labels_make_the_same_keys_on_both_sides() throws Exception {
        for (String side : List.of("sqlite", "postgresql")) {
            execute(side, "CREATE TABLE thing (id INTEGER PRIMARY KEY, part INTEGER REFERENCES thing)");
        }
        file("a.yaml", "thing:\n  whole: {part: !ref part}\n  part: {}\n");

        seed("sqlite");
        seed("postgresql");

        assertThat(query("sqlite", "SELECT id, part FROM thing ORDER BY id"))
                .hasSize(2)
                .isEqualTo(query("postgresql", "SELECT id, part FROM thing ORDER BY id"));
    }

    @Test
    void constraints_of_postgres_are_what_they_were() throws Exception {
        shop("postgresql");
        String state = "SELECT conname, condeferrable, condeferred FROM pg_constraint WHERE contype = 'f' ORDER BY 1";
        List<String> before = query("postgresql", state);
        file("a.yaml", FIXTURE);

        seed("postgresql");

        assertThat(query("postgresql", state)).isEqualTo(before);
    }

    @Test
    void postgres_says_what_its_own_types_are() throws Exception {
        execute("postgresql", """
                CREATE TYPE mood AS ENUM ('glad', 'sad');
                CREATE DOMAIN even AS integer CHECK (VALUE % 2 = 0);
                CREATE TABLE own (id integer PRIMARY KEY, mood mood, list integer[], net inet, n even, five char(5))""");
        file("a.yaml", "own:\n  - {id: 1, mood: glad, list: '{1, 2,NULL}', net: 10.0.0.1/32, n: 4, five: ab}\n");
        seed("postgresql");
        assertThat(seed("postgresql").text()).contains("Everything is there already");
        assertThat(query("postgresql", "SELECT mood, list, net, n, five || '|' FROM own"))
                .containsExactly("glad {1,2,NULL} 10.0.0.1 4 ab|");

        file("a.yaml", "own:\n  - {id: 1, mood: glad}\n  - {id: 2, mood: angry}\n  - {id: 3, n: 3}\n");
        refused("postgresql");
        assertThat(told).extracting(Problem::where).containsExactly("seed/a.yaml, line 3", "seed/a.yaml, line 4");
        assertThat(told).noneMatch(problem -> problem.text().contains("angry"));
    }

    @Test
    void sqlite_keeps_values_in_the_form_that_the_column_has() throws Exception {
        Databases.run(sqlite, """
                CREATE TABLE event (id INTEGER PRIMARY KEY, at DATETIME);
                INSERT INTO event VALUES (1, '2026-01-31T12:00:00.000Z')""");
        file("a.yaml", "event:\n  - {id: 2, at: 2026-02-01 13:00:00+01:00}\n");

        seed("sqlite");

        assertThat(Databases.query(sqlite, "SELECT at FROM event"))
                .containsExactly("2026-01-31T12:00:00.000Z", "2026-02-01T12:00:00.000Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "wal"})
    void a_sqlite_file_that_somebody_writes_is_refused(String mode) throws Exception {
        shop("sqlite");
        Databases.query(sqlite, "PRAGMA journal_mode = " + mode);
        file("a.yaml", FIXTURE);
        try (Connection other = Databases.connect(sqlite);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            assertThat(refused("sqlite").code()).isEqualTo(ProblemCode.SQLITE_LOCKED);
            statement.execute("ROLLBACK");
        }
        seed("sqlite");
        assertThat(query("sqlite", "SELECT count(*) FROM book")).containsExactly("2");
    }

    @Test
    void production_needs_its_name_typed() throws Exception {
        shop("sqlite");
        file("a.yaml", FIXTURE);
        Files.writeString(folder.resolve(".env.production"), "DATABASE_URL=file:./app.db\n");
        EndsRequest ends = new EndsRequest(folder, "sqlite", null, null, null, "production", Map.of());
        SeedRequest request = new SeedRequest(ends, List.of(), ColumnRules.NONE, false);
        DbSync dbSync = new DbSync(new Listener(), Progress.SILENT, where -> database);
        agrees = true;

        DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> dbSync.seed(request));
        assertThat(refused.problem().code()).isEqualTo(ProblemCode.NAME_NOT_CONFIRMED);
        assertThat(query("sqlite", "SELECT count(*) FROM book")).containsExactly("0");

        typed = "app.db";
        dbSync.seed(request);
        assertThat(query("sqlite", "SELECT count(*) FROM book")).containsExactly("2");
    }

    @Test
    void files_that_are_not_there_or_not_understood_are_refused() throws Exception {
        shop("sqlite");
        assertThat(refused("sqlite").code()).isEqualTo(ProblemCode.SEED_FILES_MISSING);
        file("log.csv", "line,at\n\"x,\n");
        assertThat(refused("sqlite").code()).isEqualTo(ProblemCode.SEED_FILE_MALFORMED);
        file("log.csv", "line,at\nx\n");
        assertThat(refused("sqlite").where()).isEqualTo("seed/log.csv, line 2");
        file("log.csv", "line,at\nx,\n");
        file("a.yaml", "author:\n  a: {name: A}\n  a: {name: B}\n");
        assertThat(refused("sqlite").where()).isEqualTo("seed/a.yaml, line 3");
        assertThat(query("sqlite", "SELECT count(*) FROM log")).containsExactly("0");
    }

    private void shop(String side) throws SQLException {
        execute(side, side.equals("sqlite") ? SQLITE_SHOP : POSTGRES_SHOP);
    }

    private void file(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("seed"));
        Files.writeString(folder.resolve("seed").resolve(name), text);
    }

    private SeedReport seed(String side) {
        return run(side, false);
    }

    private Problem refused(String side) {
        told.clear();
        DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> seed(side));
        assertThat(refused).isNotNull();
        return refused.problem();
    }

    /** The other end is named nowhere: a seed does not need it. */
    private SeedReport run(String side, boolean dryRun) {
        boolean toSqlite = side.equals("sqlite");
        EndsRequest ends = new EndsRequest(
                folder,
                side,
                null,
                toSqlite ? sqlite.toString() : null,
                toSqlite ? null : Syncs.url(database),
                null,
                Map.of());
        return new DbSync(new Listener(), Progress.SILENT, where -> database)
                .seed(new SeedRequest(ends, List.of(), ColumnRules.NONE, dryRun));
    }

    private void execute(String side, String script) throws SQLException {
        if (side.equals("sqlite")) {
            Databases.run(sqlite, script);
        } else {
            Databases.run(database, script);
        }
    }

    private List<String> query(String side, String sql) throws SQLException {
        return side.equals("sqlite") ? Databases.query(sqlite, sql) : Databases.query(database, sql);
    }

    private void assertBooks(String side) throws SQLException {
        if (side.equals("sqlite")) {
            assertThat(query(side, BOOKS)).containsExactlyElementsOf(SQLITE_BOOKS);
        } else {
            assertThat(query(side, BOOKS.replace("seen", "seen AT TIME ZONE 'UTC'")))
                    .containsExactlyElementsOf(POSTGRES_BOOKS);
        }
    }

    private List<String> everything(String side) throws SQLException {
        List<String> all = new ArrayList<>();
        for (String table : List.of("author", "book", "shelf", "log")) {
            all.addAll(query(side, "SELECT * FROM " + table + " ORDER BY 1, 2"));
        }
        all.addAll(
                side.equals("sqlite")
                        ? query(side, "SELECT * FROM sqlite_sequence")
                        : query(side, "SELECT sequencename, last_value FROM pg_sequences"));
        return all;
    }

    /** Hears everything, and agrees where it is told to. */
    private final class Listener implements Confirmation {
        @Override
        public void show(Proposal proposal) {}

        @Override
        public boolean agree(Proposal proposal) {
            return false;
        }

        @Override
        public Optional<String> typedName(Protection protection) {
            return Optional.ofNullable(typed);
        }

        @Override
        public void show(SeedProposal proposal) {
            shown.add(proposal.text());
            told.addAll(proposal.plan().problems());
        }

        @Override
        public boolean agree(SeedProposal proposal) {
            return agrees;
        }
    }
}
