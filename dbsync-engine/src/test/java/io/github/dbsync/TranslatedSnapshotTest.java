package io.github.dbsync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.proposal.Proposal;
import io.github.dbsync.report.SyncReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A snapshot in the other side's SQL runs in the other side's shell, and is put back to either side. */
class TranslatedSnapshotTest extends BothEnds {

    private static final List<String> SQLITE = List.of(
            "CREATE TABLE author (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE, born DATE);",
            "CREATE TABLE book (isbn TEXT PRIMARY KEY, author INTEGER REFERENCES author (id), price REAL, cover BLOB) WITHOUT ROWID;",
            "CREATE TABLE loose (x INTEGER, y TEXT COLLATE NOCASE);");

    private static final String ROWS_OF_SQLITE = """
            CREATE INDEX book_price ON book (price DESC);
            CREATE VIEW dear AS SELECT isbn FROM book WHERE price > 1;
            CREATE TRIGGER author_gone AFTER DELETE ON author BEGIN DELETE FROM book WHERE author = old.id; END;
            INSERT INTO author VALUES (3, 'it''s' || char(10) || 'Ann', '2024-02-29'), (8, 'Bo', NULL);
            INSERT INTO book VALUES ('b', 3, 0.1, x'00ff'), ('a', NULL, -1e300, NULL);
            INSERT INTO loose (rowid, x, y) VALUES (7, 1, 'ä'), (-3, NULL, ''), (9, 2, NULL);
            """;

    private static final List<String> POSTGRES = List.of(
            "CREATE TABLE words (word text PRIMARY KEY, m mood, n numeric(9,3), b bytea, d timestamptz, u uuid);",
            "CREATE TABLE bag (v float8, j jsonb, w varchar(20), i interval, flag boolean);",
            "CREATE TABLE people (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, age smallint, a integer[]);");

    private static final List<String> ROWS_OF_POSTGRES = List.of(
            "INSERT INTO words VALUES ('Zebra', 'ok', 1.500, '\\x00ff', 'infinity', NULL);",
            "INSERT INTO words VALUES ('äpfel', NULL, NULL, '', NULL, '123e4567-e89b-12d3-a456-426614174000');",
            "INSERT INTO bag VALUES (NULL, '{\"b\":1,\"a\":[2]}', '', '1 day 02:03', true);",
            "INSERT INTO bag VALUES (NULL, NULL, NULL, NULL, false);",
            "INSERT INTO bag VALUES (2.5, NULL, E'tab\\tand\\nline', NULL, NULL);");

    private static final String BESIDES = """
            CREATE INDEX words_n ON words (n DESC);
            CREATE SEQUENCE free_numbers START 7;
            CREATE FUNCTION twice(i integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2 * i';
            INSERT INTO people (age, a) VALUES (18, '[0:1]={1,NULL}'), (99, NULL);
            """;

    private static final String MOOD = "SET search_path = public; CREATE TYPE mood AS ENUM ('sad', 'ok');";

    private static final Confirmation DISAGREES = new Confirmation() {
        @Override
        public void show(Proposal proposal) {}

        @Override
        public boolean agree(Proposal proposal) {
            return false;
        }
    };

    private void fillSqlite() throws SQLException {
        Databases.run(sqlite, String.join("\n", SQLITE) + ROWS_OF_SQLITE);
    }

    private void fillPostgres() throws SQLException {
        Databases.run(database, MOOD + String.join("\n", POSTGRES) + String.join("\n", ROWS_OF_POSTGRES) + BESIDES);
    }

    /** PostgreSQL's major versions print it in other words. */
    private void addView() throws SQLException {
        Databases.run(database, "SET search_path = public; CREATE VIEW dear AS SELECT word FROM words WHERE n > 1");
    }

    @Test
    void of_sqlite_runs_in_psql_and_what_it_makes_comes_back_as_it_was() throws Exception {
        fillSqlite();
        PostgresDatabase loaded = PostgresServers.major(15).createDatabase();
        Snapshots.runInPsql(Snapshots.inPostgres(sqlite, database), loaded);
        PostgresDatabase synced = PostgresServers.major(15).createDatabase();
        Syncs.toPostgres(sqlite, synced);
        Judges.assertSamePostgres(synced, loaded);
        Syncs.toSqlite(loaded, back);
        Judges.assertSameSqlite(sqlite, back);
    }

    @Test
    void of_postgresql_runs_in_sqlite3_and_what_it_makes_comes_back_as_it_was() throws Exception {
        fillPostgres();
        addView();
        Snapshots.runInSqlite(Snapshots.inSqlite(database, folder), back);
        PostgresDatabase again = PostgresServers.major(15).createDatabase();
        Syncs.toPostgres(back, again);
        Judges.assertSamePostgres(database, again);
    }

    @Test
    void of_sqlite_is_the_same_to_the_byte_whatever_the_order_in_which_it_was_made() throws Exception {
        fillSqlite();
        Path other = folder.resolve("other.db");
        Databases.run(other, "CREATE TABLE gone (a); DROP TABLE gone;" + reversed(SQLITE) + ROWS_OF_SQLITE);
        assertThat(text(Snapshots.inPostgres(other, database))).isEqualTo(text(Snapshots.inPostgres(sqlite, database)));
    }

    @Test
    void of_postgresql_is_the_same_to_the_byte_whatever_the_order_in_which_it_was_made() throws Exception {
        fillPostgres();
        PostgresDatabase other =
                PostgresServers.newest().createDatabase(" TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'");
        Databases.run(other, MOOD + reversed(POSTGRES) + reversed(ROWS_OF_POSTGRES) + BESIDES);
        assertThat(text(Snapshots.inSqlite(other, folder))).isEqualTo(text(Snapshots.inSqlite(database, folder)));
    }

    @Test
    void in_postgresqls_sql_is_put_back_to_sqlite() throws Exception {
        fillSqlite();
        Path before = Files.copy(sqlite, folder.resolve("before.db"));
        String snapshot = Snapshots.inPostgres(sqlite, database).toString();
        Databases.run(sqlite, "DELETE FROM book; UPDATE author SET name = 'Eve' WHERE id = 8; DROP TABLE loose");
        SyncReport report = Snapshots.restoreOnto("sqlite", snapshot, sqlite, database);
        Judges.assertSameSqlite(before, sqlite);
        assertThat(report.source()).isEqualTo("snapshot " + snapshot);
        assertThat(Objects.requireNonNull(report.snapshot()).dialect()).isEqualTo("sqlite");
    }

    @Test
    void in_sqlites_sql_is_put_back_to_postgresql() throws Exception {
        fillPostgres();
        addView();
        PostgresDatabase before = PostgresServers.major(15).createDatabase(" TEMPLATE " + database.database());
        String snapshot = Snapshots.inSqlite(database, folder).toString();
        Databases.run(database, "DELETE FROM public.bag; UPDATE public.words SET n = 7");
        Snapshots.restoreOnto("postgresql", snapshot, sqlite, database);
        Judges.assertSamePostgres(before, database);
    }

    @Test
    void of_a_side_of_its_own_is_put_to_the_other_side_by_a_sync_which_can_be_undone() throws Exception {
        fillSqlite();
        Databases.run(database, "CREATE TABLE public.author (old text); INSERT INTO public.author VALUES ('x')");
        PostgresDatabase before = PostgresServers.major(15).createDatabase(" TEMPLATE " + database.database());
        PostgresDatabase synced = PostgresServers.major(15).createDatabase();
        Syncs.toPostgres(sqlite, synced);
        Snapshots.restoreOnto("postgresql", Snapshots.of(sqlite).toString(), sqlite, database);
        Judges.assertSamePostgres(synced, database);
        Snapshots.restore("latest", sqlite, database);
        Judges.assertSamePostgres(before, database);
    }

    @Test
    void what_the_scratch_server_cannot_have_is_named_and_everything_else_comes() throws Exception {
        Databases.run(
                database,
                "CREATE ROLE known_here_only; CREATE TABLE public.t (n int); INSERT INTO public.t VALUES (1);"
                        + "GRANT SELECT ON public.t TO known_here_only");
        String snapshot = Snapshots.of(database, folder).toString();
        SyncReport report = Syncs.agreed(PostgresServers.newest().createDatabase())
                .restore(Snapshots.request(snapshot, "sqlite", sqlite, Syncs.url(database), false));
        assertThat(report.findings())
                .filteredOn(finding -> finding.code() == ProblemCode.LEFT_ON_THE_WAY)
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("known_here_only"));
        assertThat(Databases.query(sqlite, "SELECT n FROM t")).containsExactly("1");
    }

    @Test
    void leaves_no_scratch_database() throws Exception {
        fillSqlite();
        Databases.run(database, "CREATE TABLE public.author (old text)");
        Snapshots.restoreOnto("sqlite", Snapshots.inPostgres(sqlite, database).toString(), sqlite, database);
        assertThat(Databases.query(database, "SELECT datname FROM pg_database WHERE datname ~ '^dbsync_'"))
                .isEmpty();
    }

    @Test
    void a_value_that_does_not_fit_is_refused_and_no_snapshot_is_left() throws Exception {
        Databases.run(sqlite, "CREATE TABLE t (d DATE); INSERT INTO t VALUES ('2024-01-01'), (7), (x'00')");
        assertThat(catchThrowableOfType(DbSyncException.class, () -> Snapshots.inPostgres(sqlite, database))
                        .problem()
                        .where())
                .contains("d");
        assertThat(folder.resolve(".dbsync/snapshots")).doesNotExist();
    }

    @Test
    void nothing_changes_where_nobody_agrees_that_the_other_side_is_overwritten() throws Exception {
        fillSqlite();
        String snapshot = Snapshots.of(sqlite).toString();
        Databases.run(database, "CREATE TABLE public.author (old text); INSERT INTO public.author VALUES ('x')");
        PostgresDatabase before = PostgresServers.major(15).createDatabase(" TEMPLATE " + database.database());
        DbSync nobody = new DbSync(DISAGREES, Progress.SILENT, where -> database);
        assertThatThrownBy(() ->
                        nobody.restore(Snapshots.request(snapshot, "postgresql", sqlite, Syncs.url(database), false)))
                .isInstanceOfSatisfying(
                        DbSyncException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.NOT_CONFIRMED));
        Judges.assertSamePostgres(before, database);
        assertThat(folder.resolve(".dbsync/snapshots")).isDirectoryNotContaining("glob:**-undo.sql");
    }

    @Test
    void a_damaged_snapshot_is_refused_before_anything_changes() throws Exception {
        fillSqlite();
        Path snapshot = Snapshots.inPostgres(sqlite, database);
        Files.writeString(snapshot, text(snapshot).replace("Bo", "Ba"));
        Path before = Files.copy(sqlite, folder.resolve("before.db"));
        assertThatThrownBy(() -> Snapshots.restoreOnto("sqlite", snapshot.toString(), sqlite, database))
                .isInstanceOfSatisfying(
                        DbSyncException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(ProblemCode.SNAPSHOT_DAMAGED));
        assertThat(sqlite).hasSameBinaryContentAs(before);
    }

    private static String text(Path script) throws IOException {
        return Files.readString(script, UTF_8);
    }

    private static String reversed(List<String> statements) {
        return statements.stream().reduce("", (rest, statement) -> statement + "\n" + rest);
    }
}
