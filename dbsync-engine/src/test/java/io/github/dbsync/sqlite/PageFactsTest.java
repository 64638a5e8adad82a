package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.sqlite.PageFacts.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a table is read by pages, and when SQLite is asked. */
class PageFactsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "true, true, false, true, true, true, true, true, ",
        "false, true, false, true, true, true, true, true, NOT_HELD",
        "true, false, false, true, true, true, true, true, NOT_FOUND",
        "true, true, true, true, true, true, true, true, LOGGED",
        "true, true, false, false, true, true, true, true, HEADER_UNKNOWN",
        "true, true, false, true, false, true, true, true, NO_TREE",
        "true, true, false, true, true, false, true, true, OTHER_ORDER",
        "true, true, false, true, true, true, false, true, NOT_STORED",
        "true, true, false, true, true, true, true, false, UNREADABLE_DEFAULT",
    })
    void one_reason_is_enough(
            boolean held,
            boolean found,
            boolean logged,
            boolean understood,
            boolean tree,
            boolean inOrder,
            boolean stored,
            boolean readable,
            Reason reason) {
        PageFacts facts = new PageFacts(held, found, logged, understood, tree, inOrder, stored, readable);

        assertThat(facts.against()).isEqualTo(Optional.ofNullable(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE t (a, b)|",
                "CREATE TABLE t (a, b, PRIMARY KEY (b, a)) WITHOUT ROWID|",
                "CREATE TABLE t (a, b, PRIMARY KEY (b DESC, a)) WITHOUT ROWID|OTHER_ORDER",
                "CREATE TABLE t (a, b, PRIMARY KEY (b COLLATE nocase, a)) WITHOUT ROWID|OTHER_ORDER",
                "CREATE TABLE t (a, b COLLATE nocase, PRIMARY KEY (b, a)) WITHOUT ROWID|",
                "CREATE TABLE t (rowid, _rowid_, oid)|OTHER_ORDER",
                "CREATE TABLE t (rowid, _rowid_, oid INTEGER PRIMARY KEY)|",
                "CREATE TABLE t (rowid TEXT, a)|",
                "CREATE TABLE t (a INTEGER PRIMARY KEY DESC, b)|",
            })
    void of_a_table(String create, Reason reason) throws Exception {
        Path file = folder.resolve("order.db");
        Databases.make(file, create);
        try (Connection connection = Databases.connect(file)) {
            int columns = Databases.query(connection, "PRAGMA table_info(t)").size();
            Databases.execute(
                    connection,
                    "INSERT INTO t VALUES (3, 2" + ", 1".repeat(columns - 2) + "), (4, 1" + ", 7".repeat(columns - 2)
                            + ")");
        }

        assertThat(BothCursors.reason(file, "t")).isEqualTo(Optional.ofNullable(reason));
        assertThat(BothCursors.compare(file)).isEqualTo(reason == null ? 1 : 0);
    }

    @Test
    void of_a_log_with_content() throws Exception {
        Path file = folder.resolve("log.db");
        try (Connection connection = Databases.connect(file)) {
            Databases.execute(
                    connection, "PRAGMA journal_mode = WAL", "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)");

            assertThat(BothCursors.reason(file, "t")).contains(Reason.LOGGED);

            Databases.execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            try (SqliteSnapshot snapshot = SqliteSnapshot.open(file)) {
                RowSelection all = BothCursors.selections(snapshot.database()).get(0);
                RowCursors cursors = snapshot.cursors();
                Databases.execute(connection, "INSERT INTO t VALUES (2)", "PRAGMA wal_checkpoint(PASSIVE)");
                try (RowCursor pages = cursors.open(snapshot.database(), all)) {
                    assertThat(pages).isInstanceOf(PageCursor.class);
                    assertThat(pages.next()).isTrue();
                    assertThat(pages.cells().integer(0)).isEqualTo(1);
                    assertThat(pages.next()).as("what was committed later").isFalse();
                }
            }
        }
    }

    /** A journal is hot where a process was killed: the file's pages are then of a transaction that never was. */
    @Test
    void of_a_hot_journal() throws Exception {
        Path live = folder.resolve("live.db");
        Path file = folder.resolve("hot.db");
        Databases.make(live, "CREATE TABLE t (x)", "INSERT INTO t VALUES (zeroblob(100000)), (7)");
        try (Connection writer = Databases.connect(live)) {
            Databases.execute(writer, "PRAGMA cache_size = 1", "BEGIN", "UPDATE t SET x = randomblob(500000)");
            Files.copy(live, file);
            Files.copy(folder.resolve("live.db-journal"), folder.resolve("hot.db-journal"));
        }
        assertThat(Files.mismatch(file, live))
                .as("what was not committed is in the file")
                .isNotNegative();

        assertThatThrownBy(() -> SqliteSnapshot.open(file))
                .hasMessageStartingWith("DBSYNC-")
                .hasMessageContaining("Let SQLite recover it");
        try (SqliteDatabase database = SqliteDatabase.openToWrite(file)) {
            database.execute("BEGIN");
            database.number("SELECT count(*) FROM sqlite_schema");
            RowSelection all = BothCursors.selections(database).get(0);
            try (RowCursor rows =
                    RowCursors.byPages(database, false, database.encoding()).open(database, all)) {
                assertThat(rows).isInstanceOf(PageCursor.class);
                assertThat(rows.next()).isTrue();
                assertThat(rows.cells().blob(0).copy()).hasSize(100_000).containsOnly(0);
                assertThat(rows.next()).isTrue();
                assertThat(rows.cells().integer(0)).isEqualTo(7);
                assertThat(rows.next()).isFalse();
            }
        }
        assertThat(Files.mismatch(file, live)).isEqualTo(-1);
        assertThat(BothCursors.compare(file)).isEqualTo(1);
    }

    @Test
    void of_a_file_that_another_has_taken_the_place_of() throws Exception {
        Path file = folder.resolve("replaced.db");
        Databases.make(file, "CREATE TABLE t (a)");
        Databases.make(folder.resolve("other.db"), "CREATE TABLE t (a)", "INSERT INTO t VALUES (7)");
        try (SqliteSnapshot snapshot = SqliteSnapshot.open(file)) {
            Files.move(folder.resolve("other.db"), file, StandardCopyOption.REPLACE_EXISTING);
            SqliteDatabase database = snapshot.database();

            assertThat(snapshot.cursors()
                            .against(
                                    StoredTable.read(database, "t"),
                                    BothCursors.selections(database).get(0)))
                    .contains(Reason.NOT_FOUND);
        }
    }

    @Test
    void of_a_transaction_that_is_not_its_own() throws Exception {
        Path file = folder.resolve("within.db");
        Databases.make(file, "CREATE TABLE t (a)");
        try (SqliteDatabase database = SqliteDatabase.openToWrite(file)) {
            database.execute("BEGIN");
            database.execute("INSERT INTO t VALUES (1)");
            RowCursors cursors = RowCursors.bySqlite(database.encoding());
            RowSelection all = BothCursors.selections(database).get(0);

            assertThat(cursors.against(StoredTable.read(database, "t"), all)).contains(Reason.NOT_HELD);
            try (RowCursor rows = cursors.open(database, all)) {
                assertThat(rows.next()).isTrue();
            }
            database.execute("ROLLBACK");
        }
    }
}
