package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.feedback.DbSyncException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows by one prepared statement. Rows of a table without INTEGER PRIMARY KEY get the rowids that are remembered of
 * them, or else count in the order of arrival.
 */
final class SqliteRowWriter implements RowWriter {

    private final SqliteDatabase database;
    private final Table table;
    private final List<Column> columns;
    private final ColumnMapping[] mappings;
    private final @Nullable RememberedRowids rowids;
    private final PreparedStatement insert;
    private long rows;

    SqliteRowWriter(SqliteDatabase database, Table table) {
        this.database = database;
        this.table = table;
        this.columns = table.storedColumns();
        this.mappings = MappedRowForm.mappings(table);
        this.rowids = table.rowNumbers() == null ? null : new RememberedRowids(table, table.rowNumbers());
        this.insert = database.prepare(insert());
    }

    private String insert() {
        String name = SqliteNames.quote(table.name().name());
        if (columns.isEmpty()) {
            return "INSERT INTO " + name + " DEFAULT VALUES";
        }
        Stream<String> quoted = columns.stream().map(column -> SqliteNames.quote(column.name()));
        List<String> names = Stream.concat(quoted, rowids == null ? Stream.empty() : RowQuery.rowid(table).stream())
                .toList();
        return "INSERT INTO " + name + " (" + String.join(", ", names) + ") VALUES ("
                + String.join(", ", places(names.size())) + ")";
    }

    private List<String> places(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i < columns.size()
                                && RuledTypes.isTextInBytes(columns.get(i).type())
                        ? "CAST(? AS TEXT)"
                        : "?")
                .toList();
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

    /** Writes one row of a batch at once. */
    void write(Batch batch, int row) {
        try {
            bind(batch, row);
            insert.executeUpdate();
            rows++;
        } catch (SQLException refused) {
            throw database.problems().of("table " + table.name()).exception(refused);
        }
    }

    private void bind(Batch batch, int row) throws SQLException {
        for (int i = 0; i < mappings.length; i++) {
            Vector vector = batch.column(i);
            insert.setObject(i + 1, vector.isNull(row) ? mappings[i].writeNull() : value(i, vector, row));
        }
        if (rowids != null) {
            insert.setObject(mappings.length + 1, rowids.of(batch, row));
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
