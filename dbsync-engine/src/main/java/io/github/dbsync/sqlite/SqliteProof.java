package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.ReadingThreads;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks SQLite itself whether a new database is sound before it becomes visible, on threads of their own. Every connection that
 * checks could also write: one that only reads forgets CHECK constraints. Foreign keys whose parent is no table check nothing.
 */
final class SqliteProof implements AutoCloseable {

    /** One millisecond. */
    private static final long PAUSE = 1_000_000;

    private final Path file;
    private final SqliteProblems problems;
    private final List<IntegrityCheck> checks;
    private final ReadingThreads threads;
    private final List<Future<Optional<String>>> faults;

    private SqliteProof(Path file, SqliteProblems problems, List<IntegrityCheck> checks) {
        this.file = file;
        this.problems = problems;
        this.checks = checks;
        this.threads = new ReadingThreads(checks.size());
        this.faults = checks.stream().map(check -> threads.submit(check::fault)).toList();
    }

    /**
     * Begins to look.
     *
     * @param database in no transaction; nobody else uses it before the proof is closed
     * @param problems of the file whose place it is to take
     */
    static SqliteProof begin(SqliteDatabase database, SqliteProblems problems) {
        return new SqliteProof(database.path(), problems, IntegrityCheck.of(database));
    }

    /**
     * Checks the foreign keys too, and waits for the rest.
     *
     * @throws DbSyncException where it is not sound
     */
    void finish() {
        checkForeignKeys(file);
        for (Future<Optional<String>> fault : faults) {
            ReadingThreads.await(fault).ifPresent(this::refuse);
        }
    }

    private void refuse(String fault) {
        throw new DbSyncException(
                isBrokenConstraint(fault) ? problems.brokenConstraint(fault) : problems.notSound(fault));
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
    private static boolean isBrokenConstraint(String fault) {
        return fault.startsWith("CHECK constraint failed in ") || fault.startsWith("NULL value in ");
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
        threads.close();
        checks.forEach(IntegrityCheck::close);
    }

    /** SQLite forgets an interrupt that comes before it has begun. */
    private void stop() {
        while (!faults.stream().allMatch(Future::isDone)) {
            checks.forEach(IntegrityCheck::interrupt);
            LockSupport.parkNanos(PAUSE);
        }
    }
}
