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

/** Reads the rows of a table, each packed into one value. */
final class PackedRowReader implements RowReader {

    private final SqliteProblems problems;
    private final RowQuery query;
    private final PreparedStatement statement;
    private boolean done;

    PackedRowReader(SqliteDatabase database, Table table, Charset encoding) {
        Table unpacked = PackedRows.unpacked(database, table);
        this.problems = database.problems();
        this.query = RowQuery.of(unpacked, unpacked.columns(), encoding);
        this.statement = database.prepare(query.sql());
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
            batch.bytes(0).set(batch.rows(), PackedRow.pack(cells, query));
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
}
