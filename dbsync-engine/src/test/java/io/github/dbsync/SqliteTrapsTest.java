package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.report.SyncReport;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is awkward in SQLite alone: PostgreSQL understands it as SQLite does, or it is refused by name before the first write. */
class SqliteTrapsTest extends BothEnds {

    private static final String NAME_OF_64_BYTES = "a".repeat(62) + "ä";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    CREATE TABLE t (a INT, "" TEXT)      | t.""
                    CREATE TABLE "" (a INT)              | ""
                    CREATE TABLE t (LONG INT)            | t.LONG
                    CREATE TABLE LONG (a INT)            | LONG
                    CREATE TABLE t (a INT, ctid INT)     | t.ctid
                    """)
    void a_name_that_postgresql_does_not_know_is_refused_by_name(String sql, String name) throws SQLException {
        Databases.run(sqlite, sql.replace("LONG", NAME_OF_64_BYTES));
        Problem refused = refusal();
        assertThat(refused.code()).isEqualTo(ProblemCode.OBJECT_REFUSED);
        assertThat(refused.what()).contains(name.replace("LONG", NAME_OF_64_BYTES));
    }

    @Test
    void a_name_of_63_bytes_and_names_in_either_case_are_kept() throws SQLException {
        String name = "b".repeat(61) + "ä";
        Databases.run(sqlite, "CREATE TABLE " + name + " (\"Id\" INT); CREATE TABLE \"Order\" (\"A\"\"b\" INT)");
        Syncs.toPostgres(sqlite, database);
        assertThat(Databases.query(
                        database,
                        "SELECT relname, attname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid"
                                + " WHERE relnamespace = 'public'::regnamespace AND attnum > 0 ORDER BY 1"))
                .containsExactlyInAnyOrder(name + " Id", "Order A\"b");
    }

    @Test
    void orphans_are_refused_and_not_deleted() throws SQLException {
        Databases.run(
                sqlite,
                "CREATE TABLE p (id INTEGER PRIMARY KEY); CREATE TABLE c (p INT REFERENCES p); INSERT INTO c VALUES (1)");
        Problem refused = refusal();
        assertThat(refused.code()).isEqualTo(ProblemCode.ORPHAN_ROWS);
        assertThat(refused.where()).contains("table c", "rowid=1");
        assertThat(Databases.query(sqlite, "SELECT p FROM c")).containsExactly("1");
    }

    @Test
    void foreign_keys_that_postgresql_would_not_take_come_home_with_the_rows_that_break_them() throws SQLException {
        Databases.run(
                sqlite,
                "CREATE TABLE p (id INTEGER PRIMARY KEY, x INT, n TEXT COLLATE NOCASE UNIQUE);"
                        + "CREATE TABLE t (a INT REFERENCES missing, b INT REFERENCES p (x), c INT REFERENCES p,"
                        + " n TEXT REFERENCES p (n)); INSERT INTO p VALUES (1, 1, 'Key');"
                        + "INSERT INTO t VALUES (7, 7, 1, 'kEY'), (NULL, 1, NULL, NULL)");
        Syncs.toPostgres(sqlite, database);
        Path back = folder.resolve("back.db");
        Syncs.toSqlite(database, back);
        Judges.assertSameSqlite(sqlite, back);
    }

    @Test
    void a_default_in_double_quotes_is_a_text() throws SQLException {
        Databases.run(sqlite, "CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT DEFAULT \"foo\")");
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, "INSERT INTO t (id) VALUES (1)");
        assertThat(Databases.query(database, "SELECT v FROM t")).containsExactly("foo");
    }

    @Test
    void what_a_collation_holds_for_equal_stays_unique_and_all_else_is_told_apart() throws SQLException {
        Databases.run(
                sqlite,
                "CREATE TABLE t (n TEXT COLLATE NOCASE UNIQUE, r TEXT COLLATE RTRIM UNIQUE, b TEXT UNIQUE);"
                        + "INSERT INTO t VALUES ('a', 'x', 'q'), ('ä', ' x', 'Q'), ('Ä', 'y', 'q ')");
        Syncs.toPostgres(sqlite, database);
        assertThat(insert("'A', 'z', 'z'")).as("NOCASE").contains("t_n");
        assertThat(insert("'b', 'x  ', 'z'")).as("RTRIM").contains("t_r");
        assertThat(Databases.query(database, "SELECT b FROM t ORDER BY b")).containsExactly("Q", "q", "q ");
    }

    private String insert(String values) {
        return catchThrowableOfType(
                        SQLException.class, () -> Databases.run(database, "INSERT INTO t VALUES (" + values + ")"))
                .getMessage();
    }

    @Test
    void dates_as_integers_of_whatever_unit_arrive_as_the_integers_they_are() throws SQLException {
        Databases.run(
                sqlite,
                "CREATE TABLE t (seen DATETIME); INSERT INTO t VALUES (1704067200), (1704067200000), (1704067200000000)");
        SyncReport report = Syncs.toPostgres(sqlite, database);
        assertThat(report.findings()).extracting(Problem::code).containsExactly(ProblemCode.TYPE_CHANGED);
        assertThat(Databases.query(database, "SELECT seen, pg_typeof(seen) FROM t ORDER BY seen"))
                .containsExactly("1704067200 bigint", "1704067200000 bigint", "1704067200000000 bigint");
    }

    private Problem refusal() throws SQLException {
        DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> Syncs.toPostgres(sqlite, database));
        assertThat(Databases.query(database, "SELECT count(*) FROM pg_tables WHERE schemaname IN ('public', 'dbsync')"))
                .as("tables at the target")
                .containsExactly("0");
        return refused.problem();
    }
}
