package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.LiveTarget;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.DbSyncException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A SQLite file being written where it is, in one transaction. Foreign keys hold, also where the application does not ask
 * SQLite for that; they are checked at the commit.
 */
public final class SqliteLiveTarget implements LiveTarget {

    private static final QualifiedName SCRATCH = QualifiedName.of("dbsync_scratch");

    private final SqliteDatabase database;
    private final SqliteLock lock;

    private SqliteLiveTarget(SqliteDatabase database, SqliteLock lock) {
        this.database = database;
        this.lock = lock;
    }

    /**
     * Opens a file that exists, and keeps other writers out.
     *
     * @throws DbSyncException with a {@code SQLITE_} code where it cannot be written, or {@code ALREADY_RUNNING}
     */
    public static LiveTarget open(SqliteFile file) {
        Path path = file.path();
        SqliteProblems problems = new SqliteProblems(path);
        if (!Files.isRegularFile(path)) {
            throw new DbSyncException(Files.exists(path) ? problems.folder() : problems.missing());
        }
        try {
            SqliteFiles files = SqliteFiles.of(path);
            return open(files, SqliteLock.take(files.lock(), path));
        } catch (IOException refused) {
            throw problems.exception(refused);
        }
    }

    private static LiveTarget open(SqliteFiles files, SqliteLock lock) throws IOException {
        SqliteDatabase database = null;
        try {
            database = SqliteDatabase.openToWrite(files.database());
            database.execute("PRAGMA foreign_keys = ON");
            database.execute("BEGIN IMMEDIATE");
            database.execute("PRAGMA defer_foreign_keys = ON");
            return new SqliteLiveTarget(database, lock);
        } catch (DbSyncException refused) {
            if (database != null) {
                database.close();
            }
            lock.close();
            throw refused;
        }
    }

    @Override
    public Source present() {
        return SqliteSource.within(database);
    }

    /** Nobody else writes any table while this transaction lasts. */
    @Override
    public void hold(List<Table> tables) {}

    @Override
    public Table scratch(Table table) {
        String columns = table.storedColumns().stream()
                .map(column ->
                        SqliteNames.quote(column.name()) + " " + column.type().declared())
                .collect(Collectors.joining(", "));
        database.execute("DROP TABLE IF EXISTS temp." + SCRATCH);
        database.execute("CREATE TEMP TABLE " + SCRATCH + " (" + columns + ")"
                + (SqliteOptions.isStrict(table) ? " " + SqliteOptions.STRICT : ""));
        return new Table(
                SCRATCH,
                table.storedColumns(),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                SqliteOptions.isStrict(table) ? List.of(SqliteOptions.STRICT) : List.of(),
                null);
    }

    @Override
    public RowWriter write(Table scratch) {
        return new SqliteRowWriter(database, scratch);
    }

    @Override
    public void insert(Table scratch, Table table) {
        String columns = SqliteNames.quoteAll(
                scratch.columns().stream().map(Column::name).toList());
        execute(new Statement(
                "INSERT INTO main." + SqliteNames.quote(table.name().name()) + " (" + columns + ") SELECT " + columns
                        + " FROM temp." + SCRATCH,
                "table " + table.name()));
    }

    @Override
    public void update(Table scratch, Table table, List<String> key) {
        String values = scratch.columns().stream()
                .map(Column::name)
                .filter(column -> !key.contains(column))
                .map(column -> SqliteNames.quote(column) + " = s." + SqliteNames.quote(column))
                .collect(Collectors.joining(", "));
        String same = key.stream()
                .map(column -> "t." + SqliteNames.quote(column) + " = s." + SqliteNames.quote(column))
                .collect(Collectors.joining(" AND "));
        execute(new Statement(
                "UPDATE main." + SqliteNames.quote(table.name().name()) + " AS t SET " + values + " FROM temp."
                        + SCRATCH + " AS s WHERE " + same,
                "table " + table.name()));
    }

    @Override
    public void execute(Statement statement) {
        database.execute(statement.sql(), statement.reason());
    }

    /** SQLite finds the next number by itself. */
    @Override
    public void goOn() {}

    /** Foreign keys are checked by the commit. */
    @Override
    public void settle() {}

    @Override
    public void commit() {
        database.execute("COMMIT");
    }

    @Override
    public void close() {
        try {
            database.close();
        } finally {
            unlock();
        }
    }

    private void unlock() {
        try {
            lock.close();
        } catch (IOException refused) {
            throw database.problems().exception(refused);
        }
    }
}
