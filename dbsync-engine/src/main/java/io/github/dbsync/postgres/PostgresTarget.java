package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Beginning;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.memory.Memory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL database being written, in one transaction. */
public final class PostgresTarget implements Target {

    /**
     * Functions are made before the tables that they speak of. Indexes are sorted in memory, no less than the server has for it;
     * a crash after the commit loses nothing; rows come back as {@link PostgresSource} reads them. Long values are compressed by
     * LZ4, in a fraction of the time, where the server can and nobody has configured anything else; it is no property of a column
     * (PostgreSQL docs, CREATE TABLE, {@code COMPRESSION}).
     */
    private static final List<String> SETTINGS = List.of(
            "SELECT set_config(name, 'lz4', false) FROM pg_settings WHERE name = 'default_toast_compression'"
                    + " AND source = 'default' AND 'lz4' = ANY (enumvals)",
            "SET check_function_bodies = off",
            "SELECT set_config(name, '256MB', false) FROM pg_settings WHERE name = 'maintenance_work_mem'"
                    + " AND setting::bigint < 256 * 1024",
            "SET synchronous_commit = on",
            "SET synchronize_seqscans = off",
            "SET max_parallel_workers_per_gather = 0");

    private final Connection connection;
    private final PostgresDatabase database;
    private final PostgresCatalog catalog;
    private final PostgresProblems problems;
    private final EventTriggers eventTriggers;
    private Map<QualifiedName, Map<String, ColumnForm>> forms = Map.of();
    private boolean begun;
    private boolean committed;

    private PostgresTarget(Connection connection, PostgresDatabase database) {
        this.connection = connection;
        this.database = database;
        this.catalog = new PostgresCatalog(connection, database.schema());
        this.problems = new PostgresProblems(database);
        this.eventTriggers = new EventTriggers(connection, database);
    }

    /**
     * Connects, and keeps a second sync out from here on, lest the target change between the plan and its transfer. Nothing
     * is changed before {@link #begin}.
     *
     * @throws io.github.dbsync.feedback.DbSyncException where no connection comes about, or another sync is at work
     */
    public static Target open(PostgresDatabase database) {
        PostgresTarget target = new PostgresTarget(PostgresConnection.open(database, SETTINGS), database);
        try {
            target.lock();
            target.checkEventTriggers();
            return target;
        } catch (DbSyncException refused) {
            target.close();
            throw refused;
        }
    }

    private void lock() {
        try {
            new SyncLock(connection, database).take();
        } catch (SQLException refused) {
            throw problems.of(refused, "locking the database against a second sync");
        }
    }

    private void checkEventTriggers() {
        looking("looking at its event triggers", () -> {
            eventTriggers.check();
            return true;
        });
    }

    @Override
    public Catalog catalog() {
        return looking("reading the catalog", catalog::read);
    }

    @Override
    public long countRows(Table table) {
        return looking(
                "counting the rows of table " + table.name(),
                () -> PostgresSource.within(connection, catalog, problems).countRows(table));
    }

    /** Before the target begins, no look at it leaves a lock. */
    private <T> T looking(String doing, Look<T> look) {
        try {
            T seen = look.look();
            if (!begun) {
                connection.rollback();
            }
            return seen;
        } catch (SQLException refused) {
            throw problems.of(refused, doing);
        }
    }

    /** A look at the database. */
    @FunctionalInterface
    private interface Look<T> {
        T look() throws SQLException;
    }

    /** The advisory lock is there since the target was opened; the tables that are replaced can be read, and not written. */
    @Override
    public void hold(List<QualifiedName> replaced) {
        try {
            beginTransaction();
            if (!replaced.isEmpty()) {
                lock(replaced);
            }
        } catch (SQLException refused) {
            throw problems.of(refused, "keeping other writers away from the tables that are replaced");
        }
    }

    /** What was only looked at before leaves no lock in the transaction. */
    private void beginTransaction() throws SQLException {
        if (!begun) {
            connection.rollback();
            begun = true;
        }
    }

    /** PostgreSQL docs, 13.3.1: this mode conflicts with every writer, and with no reader. */
    private void lock(List<QualifiedName> tables) throws SQLException {
        String names = tables.stream().map(Quoting::name).collect(Collectors.joining(", "));
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + names + " IN SHARE ROW EXCLUSIVE MODE");
        }
    }

    /** PostgreSQL keeps no settings that a sync takes over, and what is not dropped is there. */
    @Override
    public void begin(Beginning beginning) {
        try {
            beginTransaction();
            eventTriggers.quiet();
            makeSchema();
            new MemorySchema(connection).dropRows();
        } catch (SQLException refused) {
            throw problems.of(refused, "beginning");
        }
    }

    /** The schema that the URL names need not be there yet. */
    private void makeSchema() throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            String schema = database.schemaOrPublic();
            ResultSet there =
                    statement.executeQuery("SELECT FROM pg_namespace WHERE nspname = " + Quoting.literal(schema));
            if (!there.next()) {
                statement.execute("CREATE SCHEMA " + Quoting.name(schema));
            }
        }
    }

    @Override
    public void execute(Statement statement) {
        execute(List.of(statement));
    }

    @Override
    public void execute(List<Statement> statements) {
        new StatementBatch(connection, problems).execute(statements);
    }

    @Override
    public RowWriter write(Table table) {
        try {
            return CopyRowWriter.openNew(connection, problems, table, encoder(table));
        } catch (SQLException refused) {
            throw problems.ofCopy(refused, table);
        }
    }

    /** Binary only where the columns that are really there have that very form; text lets the server convert. */
    private CopyEncoder encoder(Table table) throws SQLException {
        Map<String, ColumnForm> there = forms(table.name());
        List<Column> columns = table.storedColumns();
        List<ColumnForm> forms = columns.stream()
                .map(column -> PostgresTypes.form(column.logical()))
                .toList();
        boolean binary = columns.stream().allMatch(column -> isBinary(column, there.get(column.name())));
        return binary ? new BinaryCopyEncoder(forms) : new TextCopyEncoder(forms);
    }

    /** Those of all tables are read at once; a table that is not among them was made since. */
    private Map<String, ColumnForm> forms(QualifiedName table) throws SQLException {
        if (!forms.containsKey(table)) {
            forms = catalog.forms();
        }
        return forms.getOrDefault(table, Map.of());
    }

    private static boolean isBinary(Column column, @Nullable ColumnForm there) {
        ColumnForm form = PostgresTypes.form(column.logical());
        return form.hasBinaryInput() && there != null && form.getClass() == there.getClass();
    }

    @Override
    public void remember(Memory memory) {
        try {
            eventTriggers.quiet();
            new MemorySchema(connection).write(memory);
        } catch (SQLException refused) {
            throw problems.of(refused, "keeping dbsync's memory in the schema dbsync");
        }
    }

    @Override
    public Source written() {
        return PostgresSource.written(connection, catalog, problems);
    }

    @Override
    public void commit() {
        try {
            eventTriggers.wake();
        } catch (SQLException refused) {
            throw problems.of(refused, "enabling its event triggers again");
        }
        new Commit(connection, database).run();
        committed = true;
    }

    /** Once everything is visible, nothing that goes wrong with the connection is a failure. */
    @Override
    public void close() {
        try (connection) {
            if (!connection.isClosed()) {
                connection.rollback();
                new SyncLock(connection, database).release();
            }
        } catch (SQLException gone) {
            if (!committed) {
                throw problems.of(gone, "closing the connection");
            }
        }
    }
}
