package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.feedback.DbSyncException;
import java.nio.charset.Charset;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;

/** Reads rows straight from SQLite's own statement into batches: JDBC would box every value. */
final class SqliteRowReader implements RowReader {

    private final SqliteProblems problems;
    private final Table table;
    private final List<Column> columns;
    private final ColumnMapping[] mappings;
    private final RowQuery query;
    private final PreparedStatement statement;
    private long rows;
    private boolean done;

    SqliteRowReader(SqliteDatabase database, Table table, Charset encoding) {
        this.problems = database.problems();
        this.table = table;
        this.columns = table.storedColumns();
        this.mappings = mappings(table);
        this.query = RowQuery.of(table, columns, encoding);
        this.statement = database.prepare(query.sql());
    }

    /** How the stored columns of a table are kept. */
    static ColumnMapping[] mappings(Table table) {
        boolean strict = SqliteOptions.isStrict(table);
        return table.storedColumns().stream()
                .map(Column::type)
                .map(type -> SqliteTypes.mapping(type, Affinity.of(type.declared(), strict)))
                .toArray(ColumnMapping[]::new);
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
            rows++;
            readRow(cells, batch);
        }
    }

    private void readRow(Cells cells, Batch batch) throws SQLException {
        int row = batch.rows();
        for (int i = 0; i < mappings.length; i++) {
            Vector vector = batch.column(i);
            Storage storage = cells.storage(i);
            if (storage == Storage.NULL) {
                vector.setNull(row);
            } else {
                Misfit misfit = mappings[i].read(cells, i, storage, vector, row);
                if (misfit != null) {
                    throw doesNotFit(cells, columns.get(i), misfit);
                }
            }
        }
        batch.endRow();
    }

    private DbSyncException doesNotFit(Cells cells, Column column, Misfit misfit) throws SQLException {
        String row = RowKey.of(cells, query, table, rows);
        return new DbSyncException(SqliteFindings.doesNotFit(table, column, misfit, row, 1));
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
