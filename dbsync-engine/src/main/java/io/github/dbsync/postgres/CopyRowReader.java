package io.github.dbsync.postgres;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.util.PSQLState;

/** The rows of a table by binary COPY, in the order in which the table keeps them. */
final class CopyRowReader implements RowReader {

    private final Connection connection;
    private final PostgresProblems problems;
    private final Table table;
    private final BinaryCopyDecoder decoder;
    private final CopyGuard guard;
    private final CopyOut copy;

    private CopyRowReader(Connection connection, CopyGuard guard, PostgresProblems problems, Table table, String sql)
            throws SQLException {
        this.connection = connection;
        this.problems = problems;
        this.table = table;
        this.decoder = new BinaryCopyDecoder(table.storedColumns().stream()
                .map(column -> PostgresTypes.form(column.logical()))
                .toList());
        this.guard = guard;
        guard.enter();
        this.copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
    }

    static RowReader open(Connection connection, CopyGuard guard, PostgresProblems problems, Table table) {
        return open(connection, guard, problems, table, sql(table));
    }

    /** The rows in an order that their values give, whatever the order in which the table keeps them. */
    static RowReader openInOrder(Connection connection, CopyGuard guard, PostgresProblems problems, Table table) {
        return open(connection, guard, problems, table, copy("(" + query(table) + RowOrder.of(table) + ")"));
    }

    private static RowReader open(
            Connection connection, CopyGuard guard, PostgresProblems problems, Table table, String sql) {
        try {
            return new CopyRowReader(connection, guard, problems, table, sql);
        } catch (SQLException refused) {
            throw problems.of(refused, "reading table " + table.name());
        }
    }

    /** A plain COPY is read in physical order by its definition; printed columns and partitions need a query. */
    static String sql(Table table) {
        List<Column> columns = table.storedColumns();
        boolean plain = !columns.isEmpty()
                && table.partitioning() == null
                && columns.stream().noneMatch(column -> column.logical() instanceof LogicalType.Printed);
        String name = Quoting.name(table.name());
        String rows = plain
                ? name + " (" + Quoting.names(columns.stream().map(Column::name).toList()) + ")"
                : "(" + query(table) + ")";
        return copy(rows);
    }

    private static String copy(String rows) {
        return "COPY " + rows + " TO STDOUT (FORMAT binary)";
    }

    private static String query(Table table) {
        return "SELECT "
                + table.storedColumns().stream().map(CopyRowReader::selected).collect(Collectors.joining(", "))
                + " FROM " + Quoting.rowsOf(table);
    }

    /**
     * {@code format} calls the type's own output function, where a cast to text may say something else ({@code char(n)}
     * loses its blanks, an {@code inet} gains its mask). It makes an empty text of null, and {@code IS NULL} is true of a row
     * of nulls, which is not null itself.
     */
    private static String selected(Column column) {
        String name = Quoting.name(column.name());
        return column.logical() instanceof LogicalType.Printed ? printed(name) : name;
    }

    /** @param name a column's name, quoted */
    static String printed(String name) {
        return "CASE WHEN " + name + " IS DISTINCT FROM NULL THEN format('%s', " + name + ") END";
    }

    @Override
    public boolean next(Batch batch) {
        batch.clear();
        try {
            while (copy.isActive() && !batch.isFull()) {
                readRow(batch);
            }
        } catch (SQLException broken) {
            throw problems.of(broken, "reading table " + table.name());
        }
        return batch.rows() > 0;
    }

    /** The last message is none, and ends the COPY. */
    private void readRow(Batch batch) throws SQLException {
        byte[] message = copy.readFromCopy();
        if (message != null) {
            decoder.decode(message, batch);
        }
    }

    /** Leaving early cancels the COPY. */
    @Override
    public void close() {
        try {
            if (copy.isActive()) {
                cancel();
                guard.goBack();
            } else {
                guard.leave();
            }
        } catch (SQLException gone) {
            throw problems.of(gone, "reading table " + table.name());
        }
    }

    /**
     * What the server sent until it heard of it is read and forgotten; being told of the cancellation is what was asked for.
     * The driver's own {@code cancelCopy} leaves that unread for the next statement (pgjdbc pull request 4027).
     */
    private void cancel() throws SQLException {
        connection.unwrap(PGConnection.class).cancelQuery();
        try {
            while (copy.isActive()) {
                copy.readFromCopy();
            }
        } catch (SQLException cancelled) {
            if (!PostgresProblems.state(cancelled).equals(PSQLState.QUERY_CANCELED.getState())) {
                throw cancelled;
            }
        }
    }
}
