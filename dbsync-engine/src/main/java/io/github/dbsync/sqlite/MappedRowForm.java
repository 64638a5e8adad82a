package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.DbSyncException;
import java.sql.SQLException;
import java.util.List;

/** Reads the values of a table's stored columns, each as its column's mapping says. */
final class MappedRowForm implements RowSelection.RowForm {

    private final Table table;
    private final List<Column> columns;
    private final ColumnMapping[] mappings;
    private final RowQuery query;
    private long rows;

    /** @param query reads the stored columns of the table */
    MappedRowForm(Table table, RowQuery query) {
        this.table = table;
        this.columns = table.storedColumns();
        this.mappings = mappings(table);
        this.query = query;
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
    public void read(Cells cells, Batch batch) throws SQLException {
        rows++;
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
    }

    private DbSyncException doesNotFit(Cells cells, Column column, Misfit misfit) throws SQLException {
        String row = RowKey.of(cells, query, table, rows);
        return new DbSyncException(SqliteFindings.doesNotFit(table, column, misfit, row, 1));
    }
}
