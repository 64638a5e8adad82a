package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.dialect.ReadingThreads;
import io.github.dbsync.feedback.Interruption;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Future;

/** Goes over rows of a table and tries the values of some of its columns; for one thread, and once. */
final class CensusPass {

    private static final int ROWS_BETWEEN_LOOKS = 1024;

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
        try (ReadingThreads threads = new ReadingThreads(passes.size())) {
            List<Future<RowSpan>> running =
                    passes.stream().map(pass -> threads.submit(pass::run)).toList();
            return running.stream().map(ReadingThreads::await).toList();
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
            if (++rows[0] % ROWS_BETWEEN_LOOKS == 0) {
                Interruption.check();
            }
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
