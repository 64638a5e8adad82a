package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.endpoint.SqliteFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite's locks hold against other processes, though its files are read beside it. */
class OpenFileTest {

    private static final int TAKEN = 0;
    private static final int LOCKED = 3;

    @TempDir
    private Path folder;

    private SqliteFile file;

    /** Another process, that wants to write: the file, and how. */
    public static void main(String[] arguments) throws SQLException {
        int outcome = TAKEN;
        try (Connection connection = Databases.connect(Path.of(arguments[0]))) {
            Databases.execute(connection, "PRAGMA busy_timeout = 0", "BEGIN " + arguments[1], "COMMIT");
        } catch (SQLException locked) {
            outcome = LOCKED;
        }
        System.exit(outcome);
    }

    private int writeElsewhere(String how) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OpenFileTest.class.getName(),
                        file.path().toString(),
                        how)
                .inheritIO()
                .start()
                .waitFor();
    }

    @BeforeEach
    void makeFile() {
        file = Databases.make(folder.resolve("locked.db"), "CREATE TABLE t (a INTEGER)", "INSERT INTO t VALUES (1)");
    }

    private static void readAndClose(Source source) throws SQLException {
        Table table = Databases.table(source, "t");
        try (RowReader reader = source.read(table)) {
            assertThat(reader.next(Batch.of(table))).isTrue();
        }
    }

    @Test
    void a_source_that_was_read_and_closed_leaves_another_its_read_lock() throws Exception {
        try (Source source = SqliteSource.open(file)) {
            readAndClose(source);
            try (Source second = SqliteSource.open(file)) {
                readAndClose(second);
            }

            assertThat(writeElsewhere("EXCLUSIVE")).isEqualTo(LOCKED);
        }
        assertThat(writeElsewhere("EXCLUSIVE")).isEqualTo(TAKEN);
    }

    @Test
    void a_source_that_was_read_and_closed_leaves_a_target_its_write_lock() throws Exception {
        try (SqlitePredecessor held = SqlitePredecessor.hold(file.path())) {
            try (Source source = SqliteSource.open(file)) {
                readAndClose(source);
            }

            assertThat(writeElsewhere("IMMEDIATE")).isEqualTo(LOCKED);
            assertThat(held).isNotNull();
        }
        assertThat(writeElsewhere("IMMEDIATE")).isEqualTo(TAKEN);
    }

    @Test
    void an_interrupted_thread_loses_no_lock() throws Exception {
        try (Source source = SqliteSource.open(file)) {
            Thread.currentThread().interrupt();
            readAndClose(source);
            assertThat(Thread.interrupted()).isTrue();

            assertThat(writeElsewhere("EXCLUSIVE")).isEqualTo(LOCKED);
        }
    }

    @Test
    void the_last_connection_closes_the_file() throws Exception {
        OpenFile open = OpenFile.enter(file.path());
        assertThat(open).isSameAs(OpenFile.enter(file.path()));
        assertThat(open.open(file.path())).isTrue();
        open.leave();
        assertThat(open.read(0, new byte[16], 16)).isEqualTo(16);
        open.leave();
        assertThatThrownBy(() -> open.read(0, new byte[16], 16)).hasMessage("the file is closed");
        OpenFile again = OpenFile.enter(file.path());
        assertThat(again).isNotSameAs(open);
        again.leave();
    }
}
