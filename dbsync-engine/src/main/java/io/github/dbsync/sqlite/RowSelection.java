package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What is read of a table, whoever reads it.
 *
 * @param table the table, with the columns that it really has
 * @param columns those that are read
 * @param query reads them
 */
record RowSelection(Table table, List<Column> columns, RowQuery query) {

    RowSelection {
        columns = List.copyOf(columns);
    }

    static RowSelection of(Table table, List<Column> columns, Charset encoding) {
        return new RowSelection(table, columns, RowQuery.of(table, columns, encoding));
    }

    /** The rows of a table, each of which becomes one value. */
    static RowSelection ofPackedRows(SqliteDatabase database, Table packed, Charset encoding) {
        Table table = PackedRows.unpacked(database, packed);
        Optional<String> rowid = PackedRows.rowid(table);
        return new RowSelection(table, table.columns(), RowQuery.of(table, rowid, table.columns(), encoding));
    }

    /** What becomes of a row in a batch. */
    @FunctionalInterface
    interface RowForm {

        /** Reads the cells of one row into the next row of a batch, which the caller ends. */
        void read(Cells cells, Batch batch) throws SQLException;
    }
}
