package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.report.SyncReport;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Rowids that no column keeps come home, whatever was done to the rows meanwhile. */
class RowidsTest extends BothEnds {

    @Test
    void a_row_is_found_again_by_its_key_though_all_else_changed() throws SQLException {
        Databases.run(
                sqlite,
                "CREATE TABLE t (k TEXT PRIMARY KEY, v INT);"
                        + "INSERT INTO t (rowid, k, v) VALUES (3, 'c', 1), (5, 'b', 2), (8, 'a', 3)");
        Syncs.toPostgres(sqlite, database);
        Databases.run(
                database,
                "UPDATE t SET v = 10 WHERE k = 'c'; DELETE FROM t WHERE k = 'b'; INSERT INTO t VALUES ('new', 4)");
        Syncs.toSqlite(database, back);
        assertThat(Databases.query(back, "SELECT rowid, k, v FROM t ORDER BY rowid"))
                .containsExactly("3 c 10", "8 a 3", "9 new 4");
    }

    @Test
    void a_row_without_key_is_found_again_by_all_its_values() throws SQLException {
        Databases.run(
                sqlite,
                "CREATE TABLE t (v TEXT, w REAL); INSERT INTO t (rowid, v, w)"
                        + " VALUES (2, 'x', 1.5), (4, 'x', 1.5), (6, 'y', NULL), (9, 'z', -0.0)");
        Syncs.toPostgres(sqlite, database);
        Databases.run(
                database,
                "DELETE FROM t WHERE v = 'y'; INSERT INTO t VALUES ('y', NULL);"
                        + "UPDATE t SET v = 'Z' WHERE v = 'z'; INSERT INTO t VALUES ('x', 1.5)");
        Syncs.toSqlite(database, back);
        assertThat(Databases.query(back, "SELECT rowid, v FROM t WHERE rowid < 10 ORDER BY rowid"))
                .containsExactly("2 x", "4 x", "6 y");
        assertThat(Databases.query(back, "SELECT v FROM t WHERE rowid IN (10, 11) ORDER BY v"))
                .containsExactly("Z", "x");
    }

    @Test
    void rowids_without_gaps_come_home_though_postgresql_moved_the_rows() throws SQLException {
        Databases.run(
                sqlite,
                "CREATE TABLE keyed (k TEXT PRIMARY KEY, v INT); INSERT INTO keyed VALUES ('a', 1), ('b', 2), ('c', 3);"
                        + "CREATE TABLE bare (v TEXT); INSERT INTO bare VALUES ('x'), ('y'), ('y'), ('z')");
        Syncs.toPostgres(sqlite, database);
        Databases.run(
                database,
                "UPDATE keyed SET v = 10 WHERE k = 'a'; DELETE FROM keyed WHERE k = 'b';"
                        + "UPDATE bare SET v = 'X' WHERE v = 'x'; UPDATE bare SET v = 'x' WHERE v = 'X'; DELETE FROM bare WHERE v = 'z'");
        Syncs.toSqlite(database, back);
        assertThat(Databases.query(back, "SELECT rowid, k, v FROM keyed ORDER BY rowid"))
                .containsExactly("1 a 10", "3 c 3");
        assertThat(Databases.query(back, "SELECT rowid, v FROM bare ORDER BY rowid"))
                .containsExactly("1 x", "2 y", "3 y");
    }

    @Test
    void they_are_in_the_ledger_where_they_have_gaps_and_only_there() throws SQLException {
        Databases.run(
                sqlite,
                "CREATE TABLE gaps (v TEXT); INSERT INTO gaps (rowid, v) VALUES (2, 'a');"
                        + "CREATE TABLE none (v TEXT); INSERT INTO none VALUES ('a')");
        SyncReport report = Syncs.toPostgres(sqlite, database);
        assertThat(Objects.requireNonNull(report.plan()).ledger())
                .filteredOn(entry -> entry.fate() == Fate.REMEMBERED)
                .extracting(LedgerEntry::name)
                .containsExactly("gaps.rowid");
    }

    @Test
    void too_many_to_be_remembered_are_reported_by_name() throws SQLException {
        Databases.run(
                sqlite,
                "CREATE TABLE great (v INT); WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n"
                        + " WHERE i < 100002) INSERT INTO great (rowid, v) SELECT i, i FROM n");
        SyncReport report = Syncs.toPostgres(sqlite, database);
        assertThat(report.findings())
                .extracting(Problem::what)
                .containsExactly("The 100001 rowids of great will be 1 to n after the way back.");
    }
}
