package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import java.nio.charset.Charset;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;

/** Reads rows straight from SQLite's own statement into batches: JDBC would box every value. */
final class SqliteRowReader implements RowReader {

    private final SqliteProblems problems;
    private final RowQuery query;
    private final RowForm form;
    private final PreparedStatement statement;
    private boolean done;

    private SqliteRowReader(SqliteDatabase database, RowQuery query, RowForm form) {
        this.problems = database.problems();
        this.query = query;
        this.form = form;
        this.statement = database.prepare(query.sql());
    }

    /** The stored columns of a table's rows, in the carriers of their logical types. */
    static RowReader ofValues(SqliteDatabase database, Table table, Charset encoding) {
        RowQuery query = RowQuery.of(table, table.storedColumns(), encoding);
        return new SqliteRowReader(database, query, new MappedRowForm(table, query));
    }

    /** The rows of a table, each packed into one value. */
    static RowReader ofPackedRows(SqliteDatabase database, Table table, Charset encoding) {
        Table unpacked = PackedRows.unpacked(database, table);
        RowQuery query = RowQuery.of(unpacked, PackedRows.rowid(unpacked), unpacked.columns(), encoding);
        return new SqliteRowReader(
                database, query, (cells, batch) -> batch.bytes(0).set(batch.rows(), PackedRow.pack(cells, query)));
    }

    @Override
    public boolean next(Batch batch) {
        batch.clear();
        try {
            if (!done) {
                ((CoreStatement) statement)
                        .pointer.safeRunConsume((database, pointer) -> fill(batch, database, pointer));
            }
        } catch (SQLException refused) {
            throw problems.exception(refused);
        }
        return batch.rows() > 0;
    }

    private void fill(Batch batch, DB database, long pointer) throws SQLException {
        Cells cells = new Cells(database, pointer, query);
        while (!batch.isFull()) {
            int outcome = database.step(pointer);
            if (outcome == Codes.SQLITE_DONE) {
                done = true;
                return;
            }
            if (outcome != Codes.SQLITE_ROW) {
                database.throwex(outcome);
            }
            form.read(cells, batch);
            batch.endRow();
        }
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException refused) {
            throw problems.exception(refused);
        }
    }

    /** What becomes of a row in a batch. */
    @FunctionalInterface
    interface RowForm {

        /** Reads the cells of one row into the next row of a batch, which the caller ends. */
        void read(Cells cells, Batch batch) throws SQLException;
    }
}
