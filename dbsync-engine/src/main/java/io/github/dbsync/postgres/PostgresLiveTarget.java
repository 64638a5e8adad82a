package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.LiveTarget;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A PostgreSQL database being given rows, in one transaction. */
public final class PostgresLiveTarget implements LiveTarget {

    private static final QualifiedName SCRATCH = new QualifiedName("pg_temp", "dbsync_scratch");

    private final Connection connection;
    private final PostgresDatabase database;
    private final PostgresProblems problems;
    private final List<Table> held = new ArrayList<>();
    private final List<Statement> putBack = new ArrayList<>();
    private boolean committed;

    private PostgresLiveTarget(Connection connection, PostgresDatabase database) {
        this.connection = connection;
        this.database = database;
        this.problems = new PostgresProblems(database);
    }

    /**
     * Connects, and keeps a sync out.
     *
     * @throws DbSyncException where no connection comes about, or a sync is at work
     */
    public static LiveTarget open(PostgresDatabase database) {
        List<String> settings = List.of("SET synchronous_commit = on");
        PostgresLiveTarget target = new PostgresLiveTarget(PostgresConnection.open(database, settings), database);
        try {
            target.lock();
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
            throw problems.of(refused, "locking the database against a sync");
        }
    }

    @Override
    public Source present() {
        return PostgresSource.within(connection, new PostgresCatalog(connection, database.schema()), problems);
    }

    /** A constraint that is checked at once is made deferrable, and what it was by {@link #settle()}. */
    @Override
    public void hold(List<Table> tables) {
        held.addAll(tables);
        Set<QualifiedName> names = tables.stream().map(Table::name).collect(Collectors.toSet());
        for (Table table : tables) {
            run("LOCK TABLE " + Quoting.name(table.name()) + " IN SHARE ROW EXCLUSIVE MODE", "holding " + table.name());
            table.foreignKeys().stream()
                    .filter(key -> names.contains(key.parent()) && key.checking() == ForeignKey.Checking.IMMEDIATE)
                    .forEach(key -> defer(table, key));
        }
        run("SET CONSTRAINTS ALL DEFERRED", "putting checks off");
    }

    private void defer(Table table, ForeignKey key) {
        String constraint = "ALTER TABLE " + Quoting.name(table.name()) + " ALTER CONSTRAINT "
                + Quoting.name(String.valueOf(key.name()));
        run(constraint + " DEFERRABLE INITIALLY DEFERRED", "putting off " + key.name());
        putBack.add(new Statement(constraint + " NOT DEFERRABLE", "constraint " + key.name() + " as it was"));
    }

    @Override
    public Table scratch(Table table) {
        List<Column> columns = table.storedColumns();
        String names = Quoting.names(columns.stream().map(Column::name).toList());
        run("DROP TABLE IF EXISTS " + Quoting.name(SCRATCH), "making room");
        run(
                "CREATE TEMPORARY TABLE " + Quoting.name(SCRATCH.name()) + " ON COMMIT DROP AS SELECT " + names
                        + " FROM " + Quoting.name(table.name()) + " WITH NO DATA",
                "table " + table.name());
        return new Table(SCRATCH, columns, null, List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }

    /** As text, which the server converts into whatever the columns are. */
    @Override
    public RowWriter write(Table scratch) {
        List<ColumnForm> forms = scratch.columns().stream()
                .map(column -> PostgresTypes.form(column.logical()))
                .toList();
        return CopyRowWriter.open(connection, problems, scratch, new TextCopyEncoder(forms));
    }

    @Override
    public void insert(Table scratch, Table table) {
        String columns =
                Quoting.names(scratch.columns().stream().map(Column::name).toList());
        run(
                "INSERT INTO " + Quoting.name(table.name()) + " (" + columns + ") OVERRIDING SYSTEM VALUE SELECT "
                        + columns + " FROM " + Quoting.name(SCRATCH),
                "table " + table.name());
    }

    @Override
    public void update(Table scratch, Table table, List<String> key) {
        String values = scratch.columns().stream()
                .map(Column::name)
                .filter(column -> !key.contains(column))
                .map(column -> Quoting.name(column) + " = s." + Quoting.name(column))
                .collect(Collectors.joining(", "));
        String same = key.stream()
                .map(column -> "t." + Quoting.name(column) + " = s." + Quoting.name(column))
                .collect(Collectors.joining(" AND "));
        run(
                "UPDATE " + Quoting.rowsOf(table) + " AS t SET " + values + " FROM " + Quoting.name(SCRATCH)
                        + " AS s WHERE " + same,
                "table " + table.name());
    }

    @Override
    public void execute(Statement statement) {
        run(statement.sql(), statement.reason());
    }

    @Override
    public void asApplication(Runnable work) {
        run("SET search_path = " + Quoting.name(database.schemaOrPublic()), "the application's schema");
        work.run();
        run("SET search_path = ''", "no schema");
    }

    @Override
    public void settle() {
        run("SET CONSTRAINTS ALL IMMEDIATE", "checking what was put off");
        putBack.forEach(this::execute);
    }

    @Override
    public void goOn() {
        held.forEach(table -> table.columns().forEach(column -> {
            if (column.identity() != null) {
                goOn(table, column, column.identity());
            }
        }));
    }

    /** A restart ends with the transaction where {@code setval} would not (PostgreSQL docs, ALTER SEQUENCE, Notes). */
    private void goOn(Table table, Column column, Identity identity) {
        Sequence counter = identity.sequence();
        String sequence = Quoting.name(counter.name());
        String last = (counter.increment() > 0 ? "max(" : "min(") + Quoting.name(column.name()) + ")";
        String beyond = counter.increment() > 0 ? " >= " : " <= ";
        String next = "SELECT " + last + "::numeric + " + counter.increment() + " FROM " + Quoting.rowsOf(table)
                + " HAVING " + last + beyond + "(SELECT last_value FROM " + sequence + ") AND " + last
                + "::numeric + " + counter.increment() + " BETWEEN " + counter.min() + " AND " + counter.max();
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(next)) {
            if (rows.next()) {
                run("ALTER SEQUENCE " + sequence + " RESTART WITH " + rows.getString(1), "numbers of " + table.name());
            }
        } catch (SQLException refused) {
            throw problems.of(refused, "looking at the numbers of " + table.name());
        }
    }

    private void run(String sql, String doing) {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException refused) {
            throw problems.of(refused, doing);
        }
    }

    @Override
    public void commit() {
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
