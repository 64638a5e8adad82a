package io.github.dbsync.postgres;

import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Keeps a second sync out of a database: an advisory lock of the session, which no crash leaves behind. */
final class SyncLock {

    /** The letters "dbsync", so that somebody may recognise it in pg_locks. */
    private static final long KEY = 0x6462_7379_6e63L;

    private final Connection connection;
    private final PostgresDatabase database;

    SyncLock(Connection connection, PostgresDatabase database) {
        this.connection = connection;
        this.database = database;
    }

    /** @throws DbSyncException with {@code ALREADY_RUNNING} where another sync is at work */
    void take() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!isTaken(statement)) {
                throw new DbSyncException(alreadyRunning(holder(statement)));
            }
        }
    }

    /** Gives it back, if it was taken, before the connection ends: the server would notice that only a little later. */
    void release() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock_all()");
        }
    }

    private static boolean isTaken(Statement statement) throws SQLException {
        try (ResultSet taken = statement.executeQuery("SELECT pg_try_advisory_lock(" + KEY + ")")) {
            return taken.next() && taken.getBoolean(1);
        }
    }

    private static String holder(Statement statement) throws SQLException {
        String query = "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1"
                + " AND classid = " + (KEY >>> 32) + " AND objid = " + (KEY & 0xFFFF_FFFFL)
                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? "the server process " + rows.getInt(1) : "another session";
        }
    }

    private Problem alreadyRunning(String holder) {
        return Problem.refusal(
                ProblemCode.ALREADY_RUNNING,
                "Another sync is writing to this database. Nothing was changed.",
                database.describe(),
                "Its lock is held by " + holder + ".",
                "Wait until it is done and run this one again");
    }
}
