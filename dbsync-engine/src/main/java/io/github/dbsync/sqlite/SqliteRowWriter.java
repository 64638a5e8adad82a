package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.feedback.DbSyncException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Inserts rows by one prepared statement. Rows of a table without a key get their rowids in the order of arrival. */
final class SqliteRowWriter implements RowWriter {

    private final SqliteDatabase database;
    private final Table table;
    private final List<Column> columns;
    private final ColumnMapping[] mappings;
    private final PreparedStatement insert;
    private long rows;

    SqliteRowWriter(SqliteDatabase database, Table table) {
        this.database = database;
        this.table = table;
        this.columns = table.storedColumns();
        this.mappings = SqliteRowReader.mappings(table);
        this.insert = database.prepare(insert(table, columns));
    }

    private static String insert(Table table, List<Column> columns) {
        String name = SqliteNames.quote(table.name().name());
        if (columns.isEmpty()) {
            return "INSERT INTO " + name + " DEFAULT VALUES";
        }
        String names =
                columns.stream().map(column -> SqliteNames.quote(column.name())).collect(Collectors.joining(", "));
        return "INSERT INTO " + name + " (" + names + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    @Override
    public void write(Batch batch) {
        try {
            for (int row = 0; row < batch.rows(); row++) {
                bind(batch, row);
                insert.addBatch();
            }
            insert.executeBatch();
            rows += batch.rows();
        } catch (SQLException refused) {
            throw database.problems().of("table " + table.name()).exception(refused);
        }
    }

    private void bind(Batch batch, int row) throws SQLException {
        for (int i = 0; i < mappings.length; i++) {
            Vector vector = batch.column(i);
            insert.setObject(i + 1, vector.isNull(row) ? null : value(i, vector, row));
        }
    }

    private Object value(int column, Vector vector, int row) {
        Object value = mappings[column].write(vector, row);
        if (value == null) {
            throw new DbSyncException(SqliteFindings.bent(table, columns.get(column), rows + row + 1));
        }
        return value;
    }

    /** There is nothing left to do: the file is given up as a whole where the sync does not end well. */
    @Override
    public void finish() {}

    @Override
    public void close() {
        try {
            insert.close();
        } catch (SQLException refused) {
            throw database.problems().exception(refused);
        }
    }
}
