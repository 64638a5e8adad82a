package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.sqlite.RowSelection.RowForm;
import java.sql.SQLException;

/** Reads the rows that a cursor goes over into batches. */
final class SqliteRowReader implements RowReader {

    private final SqliteProblems problems;
    private final RowCursor cursor;
    private final RowForm form;
    private boolean done;

    SqliteRowReader(SqliteProblems problems, RowCursor cursor, RowForm form) {
        this.problems = problems;
        this.cursor = cursor;
        this.form = form;
    }

    @Override
    public boolean next(Batch batch) {
        batch.clear();
        try {
            while (!done && !batch.isFull()) {
                if (cursor.next()) {
                    form.read(cursor.cells(), batch);
                    batch.endRow();
                } else {
                    done = true;
                }
            }
        } catch (SQLException refused) {
            throw problems.exception(refused);
        }
        return batch.rows() > 0;
    }

    @Override
    public void close() {
        try {
            cursor.close();
        } catch (SQLException refused) {
            throw problems.exception(refused);
        }
    }
}
