package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.feedback.Interruption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Goes over rows of a table and tries the values of some of its columns; for one thread, and once. */
final class CensusPass {

    private final SqliteDatabase database;
    private final RowCursor cursor;
    private final RowSelection selection;
    private final ColumnTally[] tallies;
    private final Batch scratch;

    /**
     * @param cursor over these rows; closed by the pass
     * @param selection what the cursor reads
     * @param trials of the columns of the selection, in its order
     */
    CensusPass(SqliteDatabase database, RowCursor cursor, RowSelection selection, List<ColumnTrial> trials) {
        this.database = database;
        this.cursor = cursor;
        this.selection = selection;
        this.tallies = trials.stream().map(ColumnTrial::tally).toArray(ColumnTally[]::new);
        this.scratch = Batch.of(selection
                .table()
                .withColumns(trials.stream().map(ColumnTrial::tried).toList()));
    }

    /** Runs several at once, each on a thread of its own; returns which rows each of them went over. */
    static List<RowSpan> runAll(List<CensusPass> passes) {
        return passes.size() == 1 ? List.of(passes.get(0).run()) : runTogether(passes);
    }

    private static List<RowSpan> runTogether(List<CensusPass> passes) {
        ExecutorService threads = Executors.newFixedThreadPool(passes.size());
        try {
            List<Callable<RowSpan>> tasks =
                    passes.stream().<Callable<RowSpan>>map(pass -> pass::run).toList();
            List<RowSpan> spans = new ArrayList<>();
            for (Future<RowSpan> ended : threads.invokeAll(tasks)) {
                spans.add(ended.get());
            }
            return spans;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Interruption.exception(interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    /** What the rows say of a column, once the pass has run. */
    ColumnTally tally(int column) {
        return tallies[column];
    }

    private RowSpan run() {
        try (cursor) {
            return new RowSpan(tryAll(), cursor.rowids());
        } catch (SQLException refused) {
            throw database.problems().exception(refused);
        }
    }

    private long tryAll() throws SQLException {
        Cells cells = cursor.cells();
        long[] rows = {0};
        ColumnTally.RowNaming naming = () -> RowKey.of(cells, selection.query(), selection.table(), rows[0]);
        while (cursor.next()) {
            rows[0]++;
            tryRow(cells, naming);
        }
        return rows[0];
    }

    private void tryRow(Cells cells, ColumnTally.RowNaming naming) throws SQLException {
        for (int i = 0; i < tallies.length; i++) {
            tallies[i].row(cells, i, scratch.column(i), naming);
        }
    }
}
