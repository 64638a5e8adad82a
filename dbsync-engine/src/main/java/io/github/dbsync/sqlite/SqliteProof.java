package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.ReadingThreads;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Path;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks SQLite itself whether a new database is sound before it becomes visible, on a thread of its own, because an index is
 * looked into once for each row. The connection is the one that wrote it: to another, virtual tables that came back as rows of the
 * schema would be tables already, and one that only reads forgets CHECK constraints. A foreign key to nothing checks nothing.
 */
final class SqliteProof implements AutoCloseable {

    private static final String SOUND = "ok";

    /** One millisecond. */
    private static final long PAUSE = 1_000_000;

    private final SqliteDatabase database;
    private final ReadingThreads thread = new ReadingThreads(1);
    private final Future<String> finding;

    private SqliteProof(SqliteDatabase database) {
        this.database = database;
        this.finding = thread.submit(this::check);
    }

    /** @param database nobody else uses it before the proof is closed */
    static SqliteProof begin(SqliteDatabase database) {
        return new SqliteProof(database);
    }

    private String check() {
        return database.text("PRAGMA integrity_check(1)").orElse(SOUND);
    }

    /**
     * Checks the foreign keys too, and waits for the rest.
     *
     * @throws DbSyncException where it is not sound
     */
    void finish() {
        checkForeignKeys(database.path());
        String found = ReadingThreads.await(finding);
        if (!found.equals(SOUND)) {
            throw new DbSyncException(
                    isBrokenConstraint(found)
                            ? database.problems().brokenConstraint(found)
                            : database.problems().corrupt(found));
        }
    }

    private static void checkForeignKeys(Path file) {
        try (SqliteDatabase reading = SqliteDatabase.openToRead(file)) {
            Catalog catalog = SqliteCatalogReader.read(reading);
            SqliteForeignKeyCheck foreignKeys = new SqliteForeignKeyCheck(reading, catalog);
            for (Table table : catalog.tables()) {
                if (foreignKeys.findings(table).stream().anyMatch(Problem::refuses)) {
                    throw new DbSyncException(orphans(table));
                }
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
    }

    /** SQLite forgets an interrupt that comes before it has begun. */
    private void stop() {
        while (!finding.isDone()) {
            database.interrupt();
            LockSupport.parkNanos(PAUSE);
        }
    }
}
