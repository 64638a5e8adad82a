package io.github.dbsync.postgres;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.postgres.CopyEncoder.UnfitValueException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Takes the rows of a table by COPY. */
final class CopyRowWriter implements RowWriter {

    private static final int FLUSH_BYTES = 128 * 1024;

    private final PostgresProblems problems;
    private final Table table;
    private final CopyEncoder encoder;
    private final CopyBuffer buffer = new CopyBuffer(2 * FLUSH_BYTES);
    private final CopyIn copy;
    private long rows;

    private CopyRowWriter(
            Connection connection, PostgresProblems problems, Table table, CopyEncoder encoder, String options)
            throws SQLException {
        this.problems = problems;
        this.table = table;
        this.encoder = encoder;
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql(table, encoder.options() + options));
        encoder.begin(buffer);
    }

    static RowWriter open(Connection connection, PostgresProblems problems, Table table, CopyEncoder encoder) {
        return open(connection, problems, table, encoder, "");
    }

    /**
     * For a table that was made or emptied in this transaction: its rows are written as VACUUM would leave them, and its keys
     * can be checked from indexes alone. A partitioned table cannot (PostgreSQL docs, COPY, {@code FREEZE}).
     */
    static RowWriter openNew(Connection connection, PostgresProblems problems, Table table, CopyEncoder encoder) {
        return open(connection, problems, table, encoder, table.partitioning() == null ? ", FREEZE" : "");
    }

    private static RowWriter open(
            Connection connection, PostgresProblems problems, Table table, CopyEncoder encoder, String options) {
        try {
            return new CopyRowWriter(connection, problems, table, encoder, options);
        } catch (SQLException refused) {
            throw problems.ofCopy(refused, table);
        }
    }

    private static String sql(Table table, String options) {
        List<String> columns = table.storedColumns().stream().map(Column::name).toList();
        String list = columns.isEmpty() ? "" : " (" + Quoting.names(columns) + ")";
        return "COPY " + Quoting.name(table.name()) + list + " FROM STDIN (" + options + ")";
    }

    @Override
    public void write(Batch batch) {
        try {
            for (int row = 0; row < batch.rows(); row++) {
                rows++;
                encoder.encode(batch, row, buffer);
                if (buffer.size() >= FLUSH_BYTES) {
                    flush();
                }
            }
        } catch (UnfitValueException unfit) {
            Column column = table.storedColumns().get(unfit.column());
            throw problems.outOfRange(table, rows, column.name(), column.type().declared());
        } catch (SQLException refused) {
            throw problems.ofCopy(refused, table);
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer.array(), 0, buffer.size());
        buffer.clear();
    }

    @Override
    public void finish() {
        try {
            encoder.end(buffer);
            flush();
            copy.endCopy();
        } catch (SQLException refused) {
            throw problems.ofCopy(refused, table);
        }
    }

    @Override
    public void close() {
        try {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        } catch (SQLException gone) {
            throw problems.of(gone, "giving up the rows of table " + table.name());
        }
    }
}
