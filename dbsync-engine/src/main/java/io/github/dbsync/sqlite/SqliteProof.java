package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.ReadingThread;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks SQLite itself whether a new database is sound before it becomes visible, on a thread of its own, because an index is
 * looked into once for each row. Nobody writes the database meanwhile. A foreign key to nothing checks nothing.
 */
final class SqliteProof implements AutoCloseable {

    private static final String SOUND = "ok";

    /** Rows are looked up in an index in the order of the table. About 48 MB, whatever the size of a page. */
    private static final String CACHE = "PRAGMA cache_size = -49152";

    /** One millisecond. */
    private static final long PAUSE = 1_000_000;

    private final SqliteDatabase database;
    private final ReadingThread thread = new ReadingThread();
    private final Future<String> finding;

    private SqliteProof(SqliteDatabase database) {
        this.database = database;
        this.finding = thread.submit(this::check);
    }

    /** A connection that may only read forgets the CHECK constraints. */
    static SqliteProof begin(Path file) {
        return new SqliteProof(SqliteDatabase.openToWrite(file));
    }

    private String check() {
        database.execute(CACHE);
        return database.text("PRAGMA integrity_check(1)").orElse(SOUND);
    }

    /**
     * Checks the foreign keys too, and waits for the rest.
     *
     * @param own a connection of the caller's to the same database
     * @throws DbSyncException where it is not sound
     */
    void finish(SqliteDatabase own) {
        checkForeignKeys(own);
        String found = ReadingThread.await(finding);
        if (!found.equals(SOUND)) {
            throw new DbSyncException(
                    isBrokenConstraint(found)
                            ? own.problems().brokenConstraint(found)
                            : own.problems().corrupt(found));
        }
    }

    private static void checkForeignKeys(SqliteDatabase database) {
        Catalog catalog = SqliteCatalogReader.read(database);
        SqliteForeignKeyCheck foreignKeys = new SqliteForeignKeyCheck(database, catalog);
        for (Table table : catalog.tables()) {
            if (foreignKeys.findings(table).stream().anyMatch(Problem::refuses)) {
                throw new DbSyncException(orphans(table));
            }
        }
    }

    /** Rows that are written as pages meet the CHECK constraints of their table only here. */
    private static boolean isBrokenConstraint(String found) {
        return found.startsWith("CHECK constraint failed in ") || found.startsWith("NULL value in ");
    }

    private static Problem orphans(Table table) {
        return Problem.refusal(
                ProblemCode.ORPHAN_ROWS,
                "Rows of " + table.name() + " have no parent.",
                "table " + table.name() + " of the new SQLite file",
                "A foreign key that is made again here was not checked where the rows come from.",
                "Correct these rows at the source, or sync their parents too (see dbsync.include and dbsync.exclude)");
    }

    @Override
    public void close() {
        stop();
        thread.close();
        database.close();
    }

    /** SQLite forgets an interrupt that comes before it has begun. */
    private void stop() {
        while (!finding.isDone()) {
            database.interrupt();
            LockSupport.parkNanos(PAUSE);
        }
    }
}
