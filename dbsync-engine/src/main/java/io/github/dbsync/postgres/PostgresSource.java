package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.TableCensus;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.rules.ColumnRules;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database being read, in one snapshot. */
public final class PostgresSource implements Source {

    /** COPY in physical order: neither joining a scan under way nor spread over several workers. */
    private static final List<String> SETTINGS = List.of(
            "SET synchronize_seqscans = off",
            "SET max_parallel_workers_per_gather = 0",
            "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");

    private final Connection connection;
    private final PostgresCatalog catalog;
    private final PostgresProblems problems;
    private final CopyGuard guard;
    private final boolean ownsConnection;
    private @Nullable Catalog seen;

    private PostgresSource(
            Connection connection,
            PostgresCatalog catalog,
            PostgresProblems problems,
            CopyGuard guard,
            boolean ownsConnection) {
        this.connection = connection;
        this.catalog = catalog;
        this.problems = problems;
        this.guard = guard;
        this.ownsConnection = ownsConnection;
    }

    /**
     * Connects. The snapshot is that of the first look at the database.
     *
     * @throws io.github.dbsync.feedback.DbSyncException where no connection comes about
     */
    public static Source open(PostgresDatabase database) {
        Connection connection = PostgresConnection.open(database, SETTINGS);
        PostgresCatalog catalog = new PostgresCatalog(connection, database.schema());
        return new PostgresSource(
                connection, catalog, new PostgresProblems(database), CopyGuard.lasting(connection), true);
    }

    /** What a transaction of somebody else sees, who may write meanwhile and keeps the connection. */
    static PostgresSource within(Connection connection, PostgresCatalog catalog, PostgresProblems problems) {
        return new PostgresSource(connection, catalog, problems, CopyGuard.ofEach(connection), false);
    }

    /** What a transaction of somebody else has written, who writes no more and keeps the connection. */
    static PostgresSource written(Connection connection, PostgresCatalog catalog, PostgresProblems problems) {
        return new PostgresSource(connection, catalog, problems, CopyGuard.lasting(connection), false);
    }

    /** A snapshot of its own never shows another catalog. */
    @Override
    public Catalog catalog() {
        if (seen != null) {
            return seen;
        }
        Catalog read = readCatalog();
        seen = ownsConnection ? read : null;
        return read;
    }

    private Catalog readCatalog() {
        try {
            return catalog.read();
        } catch (SQLException refused) {
            throw problems.of(refused, "reading the catalog");
        }
    }

    @Override
    public Optional<Memory> memory() {
        try {
            return new MemorySchema(connection).read();
        } catch (SQLException refused) {
            throw problems.of(refused, "reading dbsync's memory");
        }
    }

    /** The types prove that every value fits; foreign keys that were never validated and bounds of partitions prove nothing. */
    @Override
    public TableCensus census(Table table, boolean exact, ColumnRules rules) {
        try {
            List<Problem> findings = new ArrayList<>(new OrphanCensus(connection, table).findings());
            findings.addAll(new PartitionCensus(connection, table).findings());
            return new TableCensus(table, countRows(table), findings);
        } catch (SQLException refused) {
            throw problems.of(refused, "looking for orphans and misplaced rows in table " + table.name());
        }
    }

    @Override
    public long countRows(Table table) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + Quoting.rowsOf(table))) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException refused) {
            throw problems.of(refused, "counting the rows of table " + table.name());
        }
    }

    @Override
    public RowReader read(Table table) {
        return CopyRowReader.open(connection, guard, problems, table);
    }

    /** The rows of a table in an order that their values give: by a key where there is one, else by all of them. */
    RowReader readInOrder(Table table) {
        return CopyRowReader.openInOrder(connection, guard, problems, table);
    }

    @Override
    public Source image() {
        return new PostgresImage(this);
    }

    @Override
    public void close() {
        try {
            if (ownsConnection) {
                connection.close();
            }
        } catch (SQLException gone) {
            throw problems.of(gone, "closing the connection");
        }
    }
}
