package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.report.SyncReport;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Traps that lie on the whole way, and not in one of the two dialects. */
class TrapTest extends BothEnds {

    @Test
    void a_server_in_another_time_zone_moves_no_moment() throws SQLException {
        Databases.run(database, "ALTER DATABASE \"" + database.database() + "\" SET timezone = 'Asia/Kathmandu'");
        Databases.run(
                sqlite,
                "CREATE TABLE visit (naive DATETIME, exact DATETIME);"
                        + "INSERT INTO visit VALUES ('2024-05-06 07:08:09', '2024-05-06T07:08:09Z')");
        Syncs.toPostgres(sqlite, database);
        assertThat(Databases.query(database, "SELECT naive::text, (exact AT TIME ZONE 'UTC')::text FROM visit"))
                .containsExactly("2024-05-06 07:08:09 2024-05-06 07:08:09");
        Path back = folder.resolve("back.db");
        Syncs.toSqlite(database, back);
        assertThat(Databases.query(back, "SELECT naive, exact FROM visit"))
                .containsExactly("2024-05-06 07:08:09 2024-05-06T07:08:09Z");
    }

    @Test
    void an_enum_is_checked_in_sqlite_and_comes_back() throws SQLException {
        Databases.run(
                database,
                "CREATE TYPE \"Mo'od\" AS ENUM ('sad', 'it''s fine');"
                        + "CREATE TABLE item (id int PRIMARY KEY, \"m\"\"d\" \"Mo'od\", n int CHECK (n > 0));"
                        + "CREATE TABLE other (id int PRIMARY KEY, mood \"Mo'od\" NOT NULL);"
                        + "INSERT INTO item VALUES (1, 'it''s fine', 1), (2, NULL, NULL)");
        Syncs.toSqlite(database, sqlite);
        assertThatThrownBy(() -> Databases.run(sqlite, "INSERT INTO item VALUES (3, 'glad', 1)"))
                .hasMessageContaining("CHECK constraint failed");
        PostgresDatabase back = PostgresServers.major(15).createDatabase();
        Syncs.toPostgres(sqlite, back);
        Judges.assertSamePostgres(database, back);

        Databases.run(sqlite, "ALTER TABLE item ADD COLUMN more TEXT");
        SyncReport report = Syncs.toPostgres(sqlite, PostgresServers.major(15).createDatabase());
        assertThat(report.plan().ledger())
                .noneMatch(entry -> entry.kind().equals("check"))
                .anyMatch(entry -> entry.note().startsWith("anew"));
    }

    @Test
    void large_objects_are_refused() throws SQLException {
        Databases.run(database, "CREATE TABLE item (id int PRIMARY KEY); SELECT lo_from_bytea(0, 'abc')");
        DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> Syncs.toSqlite(database, sqlite));
        assertThat(refused.problem().code()).isEqualTo(ProblemCode.OBJECT_REFUSED);
        assertThat(refused.problem().text()).contains("large objects");
        assertThat(sqlite).doesNotExist();
    }

    @Test
    void a_dropped_column_leaves_no_trace_and_the_others_keep_their_order() throws SQLException {
        Databases.run(
                database,
                "CREATE TABLE item (b int, gone text, a int); INSERT INTO item VALUES (1, 'x', 2);"
                        + "ALTER TABLE item DROP COLUMN gone; ALTER TABLE item ADD COLUMN c int DEFAULT 3");
        Syncs.toSqlite(database, sqlite);
        assertThat(Databases.query(sqlite, "SELECT * FROM item")).containsExactly("1 2 3");
        PostgresDatabase back = PostgresServers.major(15).createDatabase();
        Syncs.toPostgres(sqlite, back);
        assertThat(Databases.query(back, "SELECT * FROM item")).containsExactly("1 2 3");
        assertThat(Databases.query(
                        back,
                        "SELECT attname FROM pg_attribute WHERE attrelid = 'item'::regclass"
                                + " AND attnum > 0 ORDER BY attnum"))
                .containsExactly("b", "a", "c");
    }

    @Test
    void types_of_extensions_travel_as_they_print_and_find_their_type_again() throws SQLException {
        Databases.run(
                database,
                "CREATE EXTENSION citext; CREATE EXTENSION hstore; CREATE EXTENSION ltree; CREATE EXTENSION cube;"
                        + "CREATE EXTENSION isn;"
                        + "CREATE TABLE item (c citext, h hstore, l ltree, q cube, i isbn13, a citext[]);"
                        + "INSERT INTO item VALUES ('MiXed', '\"a b\"=>NULL, \"c\"=>\"1\"', 'Top.Science', '(1,2),(3,4)',"
                        + " '978-0-11-000533-1', '{A,NULL}'), (NULL, '', '', '(0)', NULL, '{}')");
        Syncs.toSqlite(database, sqlite);
        assertThat(Databases.query(sqlite, "SELECT DISTINCT typeof(c) FROM item"))
                .contains("text");
        PostgresDatabase back = PostgresServers.major(15).createDatabase();
        Syncs.toPostgres(sqlite, back);
        String rows = "SELECT i.*, pg_typeof(c), pg_typeof(h), pg_typeof(l), pg_typeof(q), pg_typeof(i.i), pg_typeof(a)"
                + " FROM item i ORDER BY c";
        assertThat(Databases.query(back, rows)).hasSize(2).isEqualTo(Databases.query(database, rows));
    }
}
