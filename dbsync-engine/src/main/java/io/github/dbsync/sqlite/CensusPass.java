package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Interruption;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One pass over a table that tries the values of some of its columns. */
final class CensusPass {

    private final SqliteDatabase database;
    private final RowCursors cursors;
    private final ColumnTrial[] trials;
    private final RowSelection selection;
    private final Batch scratch;

    CensusPass(SqliteDatabase database, RowCursors cursors, Table table, List<ColumnTrial> trials) {
        this.database = database;
        this.cursors = cursors;
        this.trials = trials.toArray(ColumnTrial[]::new);
        this.selection =
                RowSelection.of(table, trials.stream().map(ColumnTrial::column).toList(), cursors.encoding());
        this.scratch = Batch.of(
                table.withColumns(trials.stream().map(ColumnTrial::tried).toList()));
    }

    /** Runs several at once, each on a thread of its own; returns the number of rows, which is the same for all. */
    static long runAll(List<CensusPass> passes) {
        ExecutorService threads = Executors.newFixedThreadPool(passes.size());
        try {
            List<Callable<Long>> tasks =
                    passes.stream().<Callable<Long>>map(pass -> pass::run).toList();
            long rows = 0;
            for (Future<Long> ended : threads.invokeAll(tasks)) {
                rows = ended.get();
            }
            return rows;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Interruption.exception(interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Tries all values; returns the number of rows. */
    long run() {
        try (RowCursor cursor = cursors.open(database, selection)) {
            return run(cursor);
        } catch (SQLException refused) {
            throw database.problems().exception(refused);
        }
    }

    private long run(RowCursor cursor) throws SQLException {
        Cells cells = cursor.cells();
        long[] rows = {0};
        ColumnTrial.RowNaming naming = () -> RowKey.of(cells, selection.query(), selection.table(), rows[0]);
        while (cursor.next()) {
            rows[0]++;
            tryRow(cells, naming);
        }
        return rows[0];
    }

    /** Nobody wants the values afterwards: each row is read into the place of the one before. */
    private void tryRow(Cells cells, ColumnTrial.RowNaming naming) throws SQLException {
        scratch.clear();
        for (int i = 0; i < trials.length; i++) {
            trials[i].row(cells, i, scratch.column(i), 0, naming);
        }
    }
}
