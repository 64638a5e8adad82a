package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.report.SyncReport;
import io.github.dbsync.rules.ColumnRules;
import io.github.dbsync.rules.RulesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule says of a column is what PostgreSQL gets, and SQLite gets back what it had, whether the rule is given again or not. */
class ColumnRulesTest extends BothEnds {

    /** Declared type, values, the rule, the type and the values in PostgreSQL. */
    private static final String HOLD = """
            INTEGER  | 1704067200                       | unit=seconds                | timestamp with time zone    | 2024-01-01 00:00:00+00
            DATETIME | 1704067200123, -1                | unit=milliseconds           | timestamp with time zone    | 1969-12-31 23:59:59.999+00, 2024-01-01 00:00:00.123+00
            DATETIME | 1704067200000001                 | unit=microseconds           | timestamp with time zone    | 2024-01-01 00:00:00.000001+00
            DATETIME | 1704067200000                    | unit=milliseconds type=timestamp | timestamp without time zone | 2024-01-01 00:00:00
                     | 1704067200                       | unit=seconds type=date      | date                        | 2024-01-01
                     | 1704067200.5                     | unit=seconds                | timestamp with time zone    | 2024-01-01 00:00:00.5+00
            NUMERIC  | 1704067200.5, 1704067201         | unit=seconds                | timestamp with time zone    | 2024-01-01 00:00:00.5+00, 2024-01-01 00:00:01+00
            REAL     | 2460310.5, 2460310.75            | unit=julian days            | timestamp with time zone    | 2024-01-01 00:00:00+00, 2024-01-01 06:00:00+00
            NUMERIC  | 2460311                          | unit=julian days            | timestamp with time zone    | 2024-01-01 12:00:00+00
            TEXT     | '2024-01-01T01:02:03.456Z'       | type=timestamptz            | timestamp with time zone    | 2024-01-01 01:02:03.456+00
            TEXT     | '2024-01-01 01:02:03'            | type=timestamptz            | timestamp with time zone    | 2024-01-01 01:02:03+00
            TEXT     | '2024-01-01T01:02:03Z'           | form=YYYY-MM-DDTHH:MM:SSZ   | timestamp with time zone    | 2024-01-01 01:02:03+00
            TEXT     | '2024-01-01'                     | form=YYYY-MM-DD             | date                        | 2024-01-01
            TEXT     | '01:02'                          | form=HH:MM                  | time without time zone      | 01:02:00
            TEXT     | '7', '-12'                       | type=bigint                 | bigint                      | -12, 7
            TEXT     | '7', '1.50'                      | type=numeric                | numeric                     | 1.50, 7
            INTEGER  | 7                                | type=numeric                | numeric                     | 7
            INTEGER  | 0, 1                             | type=boolean                | boolean                     | false, true
            TEXT     | 'yes', 'no'                      | true=yes,y false=no,n       | boolean                     | false, true
            BOOLEAN  | 't', 'f'                         | true=t false=f              | boolean                     | false, true
            INTEGER  | -1, 0                            | true=-1 false=0             | boolean                     | false, true
                     | 1, '1', 1.0, x'01', '\\1', 'abc' | type=text                   | text                        | 1, 1.0, \\t1, \\t\\\\1, \\x01, abc
            INTEGER  | 5, 'five', 1.5                   | type=text                   | text                        | 1.5, 5, five
            TEXT     | CAST(x'610062' AS TEXT), 'c\\0', '\\' | nul=escape               | text                        | \\t\\\\, \\ta\\0b, c\\0
            TEXT     | CAST(x'610062' AS TEXT) | nul=bytea                   | bytea                       | \\x610062
            TEXT     | CAST(x'e9ff' AS TEXT), 'a'       | encoding=bytea              | bytea                       | \\x61, \\xe9ff
            TEXT     | CAST(x'e9' AS TEXT)              | encoding=windows-1252       | text                        | é
            BLOB     | 'text', 'more'                   | type=bytea                  | bytea                       | \\x6d6f7265, \\x74657874
            TEXT     | '00112233-4455-6677-8899-aabbccddeeff' | type=uuid             | uuid                        | 00112233-4455-6677-8899-aabbccddeeff
            TEXT     | '{"a": [1]}'                     | type=json                   | json                        | {"a": [1]}
            """;

    /** Declared type, rows, the rule, how many do not fit, the first of them and its kind. */
    private static final String DO_NOT_HOLD = """
            INTEGER  | (1), (1704067200000)           | unit=seconds              | 1 value does | rowid=2 | the unit is another one
            INTEGER  | (1), ('soon'), ('later')       | unit=seconds              | 2 values do  | rowid=2 | text
                     | (1.5), (1)                     | unit=seconds              | 1 value does | rowid=2 | give back exactly
            DATETIME | (1704067201)                   | unit=seconds type=date    | 1 value does | rowid=1 | no whole day
            TEXT     | ('2024-01-01'), ('2024-01-02 10:00') | type=date           | 1 value does | rowid=2 | of the same form
            TEXT     | ('2024-01-01 01:02:03Z')       | type=timestamp            | 1 value does | rowid=1 | of the same form
            TEXT     | ('2024-01-01 01:02')           | form=YYYY-MM-DDTHH:MM     | 1 value does | rowid=1 | give back exactly
            TEXT     | ('7'), ('007')                 | type=bigint               | 1 value does | rowid=2 | give back exactly
            TEXT     | ('7'), ('x')                   | type=bigint               | 1 value does | rowid=2 | not a number
            TEXT     | ('t'), ('maybe')               | true=t false=f            | 1 value does | rowid=2 | none of the words
            TEXT     | ('{'), ('{}')                  | type=json                 | 1 value does | rowid=1 | not JSON
            TEXT     | (CAST(x'ff' AS TEXT))          | nul=escape                | 1 value does | rowid=1 | not valid
            TEXT     | (CAST(x'ff' AS TEXT))          | encoding=US-ASCII         | 1 value does | rowid=1 | not in the encoding
            TEXT     | ('00112233-4455-6677-8899-AABBCCDDEEFF') | type=uuid       | 1 value does | rowid=1 | not a UUID
            """;

    @Test
    void a_rule_holds_and_the_way_back_restores_each_cell() throws SQLException {
        List<String[]> cases = cases(HOLD);
        ColumnRules rules = make(cases, values -> "(NULL), (" + values.replace(", ", "), (") + ")");

        assertThat(Syncs.toPostgres(sqlite, database, rules).findings()).isEmpty();

        for (int i = 0; i < cases.size(); i++) {
            String there =
                    "SELECT string_agg(v::text, ', ' ORDER BY v::text COLLATE \"C\"), min(pg_typeof(v)::text) FROM t"
                            + i;
            assertThat(Databases.query(database, there))
                    .as(String.join(" | ", cases.get(i)))
                    .containsExactly(cases.get(i)[4] + " " + cases.get(i)[3]);
        }
        assertComesBack(ColumnRules.NONE);
        assertComesBack(rules);
    }

    private void assertComesBack(ColumnRules rules) {
        Path back = folder.resolve("back.db");
        SyncReport report = Syncs.toSqlite(database, back, rules);
        assertThat(report.findings()).isEmpty();
        Judges.assertSameSqlite(sqlite, back);
    }

    @Test
    void a_rule_that_does_not_hold_is_refused_by_row() throws SQLException {
        List<String[]> cases = cases(DO_NOT_HOLD);
        ColumnRules rules = make(cases, rows -> rows);

        List<Problem> refused = Syncs.findingsToPostgres(sqlite, database, rules);

        assertThat(refused).hasSameSizeAs(cases);
        for (int i = 0; i < cases.size(); i++) {
            String[] expected = cases.get(i);
            assertThat(refused.get(i)).as(String.join(" | ", expected)).satisfies(finding -> {
                assertThat(finding.code()).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
                assertThat(finding.refuses()).isTrue();
                assertThat(finding.what()).startsWith(expected[3]).contains("the rule for t");
                assertThat(finding.where()).contains(", column v, " + expected[4], "rule 1 in <rules>");
                assertThat(finding.why()).contains(expected[5]);
            });
        }
    }

    private static List<String[]> cases(String table) {
        return table.lines()
                .map(line ->
                        Stream.of(line.split(" \\|", -1)).map(String::strip).toArray(String[]::new))
                .toList();
    }

    /** Makes a table t0, t1 ... for each case. */
    private ColumnRules make(List<String[]> cases, UnaryOperator<String> rows) throws SQLException {
        ColumnRules rules = ColumnRules.NONE;
        for (int i = 0; i < cases.size(); i++) {
            String[] parts = cases.get(i);
            Databases.run(
                    sqlite,
                    "CREATE TABLE t" + i + " (v " + parts[0] + "); INSERT INTO t" + i + " VALUES "
                            + rows.apply(parts[1]));
            rules = rules.and(rules("t" + i + ".v", parts[2]));
        }
        return rules;
    }

    @Test
    void what_speaks_of_the_values_as_sqlite_keeps_them_is_not_said_on_the_other_side() throws SQLException {
        Databases.run(
                sqlite,
                "CREATE TABLE t (at INTEGER DEFAULT 7 CHECK (at > 5)); CREATE INDEX i ON t (at) WHERE at > 6;"
                        + "CREATE VIEW v AS SELECT at FROM t WHERE at > 6; INSERT INTO t VALUES (6), (7)");
        Syncs.toPostgres(sqlite, database, rules("t.at", "unit=seconds"));
        assertThat(Databases.query(
                        database,
                        "SELECT (SELECT count(*) FROM pg_constraint WHERE conrelid = 't'::regclass),"
                                + " (SELECT count(*) FROM pg_attrdef WHERE adrelid = 't'::regclass),"
                                + " (SELECT count(*) FROM pg_index WHERE indrelid = 't'::regclass AND indpred IS NOT NULL),"
                                + " to_regclass('v')"))
                .containsExactly("0 0 0 null");
        assertComesBack(ColumnRules.NONE);
    }

    @Test
    void a_rule_for_no_column_is_a_warning_that_names_it() throws SQLException {
        Databases.run(sqlite, "CREATE TABLE t (v TEXT)");
        SyncReport report = Syncs.toPostgres(sqlite, database, rules("t.V", "type=json"));
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(ProblemCode.RULE_WITHOUT_EFFECT);
            assertThat(finding.what()).contains("t.V");
        });
    }

    @Test
    void a_second_word_for_true_is_reported_with_its_count() throws SQLException {
        Databases.run(sqlite, "CREATE TABLE t (v TEXT); INSERT INTO t VALUES ('yes'), ('y'), ('y'), ('y'), ('no')");
        SyncReport report = Syncs.toPostgres(sqlite, database, rules("t.v", "true=yes,y false=no"));
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(ProblemCode.RULE_NOT_REVERSIBLE);
            assertThat(finding.what()).startsWith("1 value does").contains("t.v");
        });
        Syncs.toSqlite(database, sqlite, ColumnRules.NONE);
        assertThat(Databases.query(sqlite, "SELECT v FROM t")).containsExactly("y", "y", "y", "y", "no");
    }

    @Test
    void a_rule_that_names_the_column_wins_and_two_of_one_kind_are_refused() throws SQLException {
        Databases.run(sqlite, "CREATE TABLE t (v TEXT); INSERT INTO t VALUES ('{}')");
        ColumnRules pattern = rules("*.v", "type=date");
        Problem refused = refusal(pattern.and(rules("t.*", "type=time")));
        assertThat(refused.code()).isEqualTo(ProblemCode.RULE_INVALID);
        assertThat(refused.what()).contains("type of t.v");

        Syncs.toPostgres(sqlite, database, pattern.and(rules("t.v", "type=json")));
        assertThat(Databases.query(database, "SELECT pg_typeof(v) FROM t")).containsExactly("json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            INTEGER | (1), ('a')           | type: text
            TEXT    | (char(0)), ('b')     | nul: escape
            TEXT    | (CAST(x'ff' AS TEXT)) | encoding: bytea
            """)
    void the_remedy_of_a_refusal_is_the_rule_that_helps(String declared, String values, String says)
            throws SQLException, IOException {
        Databases.run(sqlite, "CREATE TABLE \"t's\" (v " + declared + "); INSERT INTO \"t's\" VALUES " + values);
        String remedy = refusal(ColumnRules.NONE).remedy();
        assertThat(remedy).contains(says);

        String yaml = remedy.replaceFirst(".*in dbsync.yaml, (rules: .*?}]).*", "$1");
        Files.writeString(folder.resolve("dbsync.yaml"), yaml);
        Syncs.toPostgres(sqlite, database, RulesFile.in(folder));
        assertComesBack(ColumnRules.NONE);
    }

    @Test
    void sqlite_keeps_what_comes_in_the_form_of_a_rule_and_postgresql_has_it_back() throws SQLException {
        Databases.run(
                database,
                "CREATE TABLE t (id int PRIMARY KEY, ms timestamptz DEFAULT now(), jd timestamp, day date, iso timestamptz,"
                        + " ok boolean CHECK (ok OR id > 1));"
                        + "INSERT INTO t VALUES (1, '2024-01-01 00:00:00.123Z', '2024-01-01 12:00', '2024-01-02',"
                        + " '2024-01-01 00:00:00.5+01', true), (2, '1969-12-31 23:59:59Z', NULL, '1900-01-01', NULL, false)");
        ColumnRules rules = rules("t.ms", "unit=milliseconds")
                .and(rules("t.jd", "unit=julian days type=timestamp"))
                .and(rules("t.day", "unit=seconds type=date"))
                .and(rules("t.iso", "form=YYYY-MM-DDTHH:MM:SS.SSSZ"))
                .and(rules("t.ok", "true=yes false=no"));

        assertThat(Syncs.toSqlite(database, sqlite, rules).findings()).isEmpty();

        assertThat(Databases.query(sqlite, "SELECT ms, jd, day, iso, ok, typeof(ms), typeof(iso) FROM t"))
                .containsExactly(
                        "1704067200123 2460311 1704153600 2023-12-31T23:00:00.500Z yes integer text",
                        "-1000 null -2208988800 null no integer null");
        PostgresDatabase back = PostgresServers.major(15).createDatabase();
        assertThat(Syncs.toPostgres(sqlite, back, rules).findings()).isEmpty();
        Judges.assertSamePostgres(database, back);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            t.at       | unit=seconds          | at       | comes as timestamp without time zone
            t.note     | nul=escape            | note     | comes as text
            t.note     | type=json             | note     | comes as text
            t.computed | true=yes false=no     | computed | computes
            t.AT       | unit=seconds          | AT       | very letters
            """)
    void a_rule_that_says_nothing_of_what_comes_from_postgresql_is_a_warning(
            String column, String words, String named, String why) throws SQLException {
        Databases.run(
                database,
                "CREATE TABLE t (at timestamp, note text, computed boolean GENERATED ALWAYS AS (note = 'x') STORED);"
                        + "INSERT INTO t VALUES ('2024-01-01', 'x')");
        SyncReport report = Syncs.toSqlite(database, sqlite, rules(column, words));
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(ProblemCode.RULE_WITHOUT_EFFECT);
            assertThat(finding.what()).contains("rule for t." + named);
            assertThat(finding.why()).contains(why);
        });
        assertThat(Databases.query(sqlite, "SELECT at, note, computed FROM t"))
                .containsExactly("2024-01-01 00:00:00 x 1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            timestamptz | 2024-01-01 00:00:00.5Z  | unit=seconds
            timestamptz | infinity                | unit=seconds
            timestamptz | 2024-01-01 00:00:00.5Z  | form=YYYY-MM-DD HH:MM:SSZ
            date        | 10000-01-01             | unit=seconds type=date
            """)
    void what_a_form_cannot_say_is_refused_by_row(String type, String value, String rule) throws SQLException {
        Databases.run(
                database, "CREATE TABLE t (v " + type + "); INSERT INTO t VALUES ('2024-01-01'), ('" + value + "')");
        Problem refused = catchThrowableOfType(
                        DbSyncException.class, () -> Syncs.toSqlite(database, sqlite, rules("t.v", rule)))
                .problem();
        assertThat(refused.code()).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
        assertThat(refused.where()).isEqualTo("table t, column v, row 2 in the order of arrival");
        assertThat(refused.why()).contains("in the form");
        assertThat(sqlite).doesNotExist();
    }

    private Problem refusal(ColumnRules rules) throws SQLException {
        DbSyncException refused =
                catchThrowableOfType(DbSyncException.class, () -> Syncs.toPostgres(sqlite, database, rules));
        assertThat(Databases.query(database, "SELECT count(*) FROM pg_tables WHERE schemaname IN ('public', 'dbsync')"))
                .as("tables at the target")
                .containsExactly("0");
        return refused.problem();
    }

    /** A rule for a column, its words separated by blanks where a word follows. */
    private static ColumnRules rules(String column, String words) {
        Map<String, String> rule = new TreeMap<>(Map.of("column", column));
        for (String word : words.split(" (?=\\w+=)", -1)) {
            rule.put(word.substring(0, word.indexOf('=')), word.substring(word.indexOf('=') + 1));
        }
        return ColumnRules.ofPom(List.of(List.copyOf(rule.entrySet())));
    }
}
