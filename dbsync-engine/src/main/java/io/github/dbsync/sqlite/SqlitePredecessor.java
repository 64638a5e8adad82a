package io.github.dbsync.sqlite;

import io.github.dbsync.feedback.DbSyncException;
import java.nio.file.Path;

/**
 * The old database, held against writers while the new one is built: what an application wrote meanwhile would be lost when
 * the new one takes its place.
 */
final class SqlitePredecessor implements AutoCloseable {

    private static final String DATA_VERSION = "PRAGMA data_version";

    private final SqliteDatabase database;
    private final boolean logged;
    private long version;
    private boolean held;
    private boolean unlogged;

    private SqlitePredecessor(SqliteDatabase database) {
        this.database = database;
        this.logged = journalMode().equals("wal");
    }

    /** Refuses where somebody else is writing; readers may go on. */
    static SqlitePredecessor hold(Path file) {
        SqliteDatabase database = SqliteDatabase.openToWrite(file);
        try {
            SqlitePredecessor predecessor = new SqlitePredecessor(database);
            database.execute("BEGIN IMMEDIATE");
            predecessor.held = true;
            predecessor.version = database.number(DATA_VERSION);
            return predecessor;
        } catch (DbSyncException refused) {
            database.close();
            throw refused;
        }
    }

    /**
     * Keeps everybody out, readers too, until it is closed.
     *
     * <p>A database in WAL mode leaves it first: its log is then written into it and removed, so that whatever happens next,
     * no old log lies beside the new file, where SQLite would play it into pages that it was not made for. SQLite lets a
     * database leave WAL mode only where nobody else is connected.
     */
    void takeAlone() {
        letGo();
        if (logged) {
            leaveWalMode();
        }
        database.execute("BEGIN EXCLUSIVE");
        held = true;
        if (database.number(DATA_VERSION) != version) {
            throw new DbSyncException(
                    database.problems().locked("Another connection has written to it while the sync was running."));
        }
    }

    /** Says that the new database is in place: there is nothing left to be restored. */
    void isReplaced() {
        unlogged = false;
    }

    private void leaveWalMode() {
        if (!database.text("PRAGMA journal_mode = DELETE").orElse("").equals("delete")) {
            throw new DbSyncException(database.problems().locked("Another connection is open on it."));
        }
        unlogged = true;
    }

    private void letGo() {
        if (held) {
            database.execute("ROLLBACK");
            held = false;
        }
    }

    private String journalMode() {
        return database.text("PRAGMA journal_mode").orElse("");
    }

    @Override
    public void close() {
        try (database) {
            letGo();
            if (unlogged) {
                database.execute("PRAGMA journal_mode = WAL");
            }
        }
    }
}
