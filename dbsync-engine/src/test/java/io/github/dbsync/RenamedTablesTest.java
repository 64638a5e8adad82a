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
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A table gets another name where a rule says so, and its own back, whether the rule is given again or not. */
class RenamedTablesTest extends BothEnds {

    private static final String LONG = "a".repeat(62) + "ä";

    @Test
    void of_sqlite_with_all_that_hangs_on_them() throws SQLException {
        Databases.run(
                sqlite,
                "CREATE TABLE " + LONG
                        + " (id INTEGER PRIMARY KEY AUTOINCREMENT, v TEXT CHECK (v <> ''), up INT REFERENCES "
                        + LONG + ");"
                        + "CREATE TABLE child (id INTEGER PRIMARY KEY, parent INT REFERENCES " + LONG
                        + " ON DELETE CASCADE);"
                        + "CREATE INDEX i ON " + LONG + " (v) WHERE v > 'a';"
                        + "CREATE VIEW seen AS SELECT p.id, p.v FROM " + LONG + " p;"
                        + "CREATE TRIGGER kept AFTER INSERT ON " + LONG + " BEGIN DELETE FROM child; END;"
                        + "INSERT INTO " + LONG
                        + " VALUES (1, 'one', NULL), (7, 'seven', 1); INSERT INTO child VALUES (3, 7);"
                        + "DELETE FROM child WHERE id = 4");
        ColumnRules rules =
                renaming(LONG, "parent").and(renaming("child", "Parent")).and(renaming("seen", "shown"));

        assertThat(Syncs.toPostgres(sqlite, database, rules).findings()).isEmpty();

        assertThat(Databases.query(database, "SELECT c.id, p.v FROM \"Parent\" c JOIN parent p ON p.id = c.parent"))
                .containsExactly("3 seven");
        assertThat(Databases.query(database, "SELECT id, v FROM shown ORDER BY id"))
                .containsExactly("1 one", "7 seven");
        assertThat(
                        Databases.query(
                                database,
                                "SELECT conrelid::regclass, confrelid::regclass FROM pg_constraint WHERE contype = 'f' ORDER BY 1"))
                .containsExactlyInAnyOrder("parent parent", "\"Parent\" parent");
        assertThat(Databases.query(database, "INSERT INTO parent (v) VALUES ('eight') RETURNING id"))
                .containsExactly("8");
        Databases.run(
                database, "DELETE FROM parent WHERE id = 8; SELECT setval(pg_get_serial_sequence('parent', 'id'), 7)");
        assertComesBack(ColumnRules.NONE);
        assertComesBack(rules);
    }

    private void assertComesBack(ColumnRules rules) {
        assertThat(Syncs.toSqlite(database, back, rules).findings()).isEmpty();
        Judges.assertSameSqlite(sqlite, back);
    }

    @Test
    void of_sqlite_that_were_changed_meanwhile_come_back_under_their_names() throws SQLException {
        Databases.run(
                sqlite,
                "CREATE TABLE t (id INTEGER PRIMARY KEY); CREATE TABLE c (t INT REFERENCES t); INSERT INTO t VALUES (1);"
                        + "INSERT INTO c VALUES (1)");
        Syncs.toPostgres(sqlite, database, renaming("t", "other"));
        Databases.run(
                database,
                "ALTER TABLE other ADD note text DEFAULT 'new'; CREATE VIEW v AS SELECT id FROM other;"
                        + "ALTER TABLE c ADD more int");

        Syncs.toSqlite(database, back);

        assertThat(Databases.query(back, "SELECT t.id, t.note, c.more FROM t JOIN c ON c.t = t.id"))
                .containsExactly("1 new null");
        assertThat(Databases.query(back, "SELECT \"table\" FROM pragma_foreign_key_list('c')"))
                .containsExactly("t");
        assertThat(Databases.query(back, "SELECT id FROM v")).containsExactly("1");
    }

    @Test
    void of_postgresql_in_any_schema() throws SQLException {
        Databases.run(
                database,
                "CREATE TABLE t (id int PRIMARY KEY); CREATE SCHEMA s; CREATE TABLE s.t (id int REFERENCES t);"
                        + "CREATE TABLE \"T\" (id int GENERATED ALWAYS AS IDENTITY, t int REFERENCES t);"
                        + "CREATE VIEW v AS SELECT id FROM \"T\";"
                        + "INSERT INTO t VALUES (1); INSERT INTO s.t VALUES (1); INSERT INTO \"T\" (t) VALUES (1)");
        ColumnRules rules = renaming("T", "upper").and(renaming("s.t", "other"));

        assertThat(Syncs.toSqlite(database, sqlite, rules).findings()).isEmpty();

        assertThat(Databases.query(
                        sqlite, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"))
                .containsExactlyInAnyOrder("t", "upper", "s.other");
        assertThat(Databases.query(sqlite, "SELECT id FROM v")).containsExactly("1");
        for (ColumnRules again : List.of(ColumnRules.NONE, rules)) {
            PostgresDatabase home = PostgresServers.major(15).createDatabase();
            assertThat(Syncs.toPostgres(sqlite, home, again).findings()).isEmpty();
            Judges.assertSamePostgres(database, home);
        }
    }

    @Test
    void stay_renamed_when_they_go_there_again() throws SQLException {
        Databases.run(sqlite, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        Syncs.toPostgres(sqlite, database, renaming("t", "other"));
        Syncs.toSqlite(database, back);
        SyncReport report = Syncs.toPostgres(back, database, renaming("t", "other"));
        assertThat(report.findings()).isEmpty();
        assertThat(tables()).containsExactly("other");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE TABLE LONG (a INT)
            CREATE TABLE LONG (a INT); CREATE TABLE "it's" (b INT REFERENCES LONG)
            """)
    void the_remedy_of_a_name_that_is_too_long_is_the_rule_that_helps(String sql) throws SQLException, IOException {
        Databases.run(sqlite, sql.replace("LONG", "\"" + LONG + "'s\""));
        Problem refused = refusal(() -> Syncs.toPostgres(sqlite, database));
        assertThat(tables()).isEmpty();

        Syncs.toPostgres(sqlite, database, pasted(refused));
        assertComesBack(ColumnRules.NONE);
    }

    @Test
    void the_remedy_of_names_that_differ_in_case_is_the_rule_that_helps() throws SQLException, IOException {
        Databases.run(database, "CREATE TABLE t (a int); CREATE TABLE \"T\" (b int); INSERT INTO t VALUES (1)");
        Problem refused = refusal(() -> Syncs.toSqlite(database, sqlite));
        assertThat(sqlite).doesNotExist();

        Syncs.toSqlite(database, sqlite, pasted(refused));
        PostgresDatabase home = PostgresServers.major(15).createDatabase();
        Syncs.toPostgres(sqlite, home);
        Judges.assertSamePostgres(database, home);
    }

    @Test
    void the_remedy_of_a_name_that_sqlite_keeps_for_itself_is_the_rule_that_helps() throws SQLException, IOException {
        Databases.run(database, "CREATE TABLE sqlite_own (a int)");
        Syncs.toSqlite(database, sqlite, pasted(refusal(() -> Syncs.toSqlite(database, sqlite))));
        assertThat(sqlite).exists();
    }

    private ColumnRules pasted(Problem refused) throws IOException {
        assertThat(refused.code()).isEqualTo(ProblemCode.OBJECT_REFUSED);
        Files.writeString(
                folder.resolve(RulesFile.NAME),
                refused.remedy().replaceFirst(".*in dbsync.yaml, (rules: .*?}]).*", "$1"));
        return RulesFile.in(folder);
    }

    /** Tables, the names that rules give them, and the refusal. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a b | a=x b=x     | OBJECT_REFUSED | would both become public.x  | in the rule for table b
            a b | a=b         | OBJECT_REFUSED | would both become public.b  | table: 'b', rename: 'b_
            a   | a=LONG      | OBJECT_REFUSED | LONG cannot be moved        | in the rule for table a
            a   | a=x a=y     | RULE_INVALID   | table a different names     | Take one of them out
            """)
    void names_that_cannot_be_are_refused(String tables, String names, ProblemCode code, String what, String remedy)
            throws SQLException {
        for (String table : tables.split(" ", -1)) {
            Databases.run(sqlite, "CREATE TABLE " + table + " (v INT)");
        }
        ColumnRules rules = Stream.of(names.replace("LONG", LONG).split(" ", -1))
                .map(name -> name.split("=", -1))
                .map(name -> renaming(name[0], name[1]))
                .reduce(ColumnRules.NONE, ColumnRules::and);
        Problem refused = refusal(() -> Syncs.toPostgres(sqlite, database, rules));
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.what()).contains(what.replace("LONG", LONG));
        assertThat(refused.remedy()).contains(remedy);
        assertThat(tables()).isEmpty();
    }

    @Test
    void two_names_may_change_places() throws SQLException {
        Databases.run(
                sqlite,
                "CREATE TABLE a (x INT); CREATE TABLE b (y INT REFERENCES a (x)); CREATE UNIQUE INDEX i ON a (x)");
        Syncs.toPostgres(sqlite, database, renaming("a", "b").and(renaming("b", "a")));
        assertThat(Databases.query(database, "SELECT y FROM a UNION SELECT x FROM b"))
                .isEmpty();
        assertComesBack(ColumnRules.NONE);
    }

    @Test
    void a_rule_for_no_table_is_a_warning_that_names_it() throws SQLException {
        Databases.run(sqlite, "CREATE TABLE t (v INT)");
        SyncReport report = Syncs.toPostgres(sqlite, database, renaming("T", "x"));
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(ProblemCode.RULE_WITHOUT_EFFECT);
            assertThat(finding.what()).contains("table T");
        });
    }

    @Test
    void a_rule_against_what_is_remembered_is_a_warning() throws SQLException {
        Databases.run(sqlite, "CREATE TABLE t (v INT)");
        Syncs.toPostgres(sqlite, database);
        SyncReport report = Syncs.toSqlite(database, back, renaming("t", "x"));
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(ProblemCode.RULE_WITHOUT_EFFECT);
            assertThat(finding.why()).contains("remembers what the table was called");
        });
        Judges.assertSameSqlite(sqlite, back);
    }

    private List<String> tables() throws SQLException {
        return Databases.query(database, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1");
    }

    private static Problem refusal(Runnable sync) {
        return catchThrowableOfType(DbSyncException.class, sync::run).problem();
    }

    private static ColumnRules renaming(String table, String name) {
        return ColumnRules.ofPom(List.of(List.of(Map.entry("table", table), Map.entry("rename", name))));
    }
}
