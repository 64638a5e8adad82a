package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.InstantForm;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.TableCensus;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.rules.ColumnRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A SQLite file as a source: read in one read transaction, and not a byte of it or of its write-ahead log is changed. */
public final class SqliteSource implements Source {

    private final List<SqliteDatabase> connections;
    private final SqliteDatabase database;
    private final Runnable leave;
    private final RowCursors cursors;
    private @Nullable Catalog catalog;
    private @Nullable SqliteForeignKeyCheck foreignKeys;

    private SqliteSource(List<SqliteDatabase> connections, RowCursors cursors, Runnable leave) {
        this.connections = connections;
        this.database = connections.get(0);
        this.leave = leave;
        this.cursors = cursors;
    }

    /**
     * Opens a file that exists.
     *
     * @throws DbSyncException with a {@code SQLITE_} code where it cannot be read
     */
    public static Source open(SqliteFile file) {
        SqliteSource source = look(file.path());
        try {
            Definitions.check(source.database);
            return source;
        } catch (DbSyncException refused) {
            source.close();
            throw refused;
        }
    }

    /** Opens a file that exists, of which no definition is carried over. */
    static SqliteSource look(Path file) {
        SqliteSnapshot snapshot = SqliteSnapshot.open(file);
        try {
            return new SqliteSource(snapshot.connections(), snapshot.cursors(), snapshot::close);
        } catch (DbSyncException refused) {
            snapshot.close();
            throw refused;
        }
    }

    /** What a transaction of somebody else sees; that one keeps the connection. */
    static Source within(SqliteDatabase database) {
        return new SqliteSource(List.of(database), RowCursors.bySqlite(database.encoding()), () -> {});
    }

    @Override
    public Catalog catalog() {
        if (catalog == null) {
            catalog = SqliteCatalogReader.read(database);
        }
        return catalog;
    }

    @Override
    public Optional<Memory> memory() {
        return SqliteMemory.read(database);
    }

    @Override
    public TableCensus census(Table table, boolean exact, ColumnRules rules) {
        if (PackedRows.arePacked(table)) {
            return new TableCensus(table, countRows(table), List.of());
        }
        return new SqliteCensus(connections, cursors, table, exact, rules).take(foreignKeys());
    }

    /** What it knows of rows holds only as long as nobody can change them. */
    private SqliteForeignKeyCheck foreignKeys() {
        if (foreignKeys == null || !cursors.areHeld()) {
            foreignKeys = new SqliteForeignKeyCheck(database, catalog());
        }
        return foreignKeys;
    }

    @Override
    public long countRows(Table table) {
        return database.number(
                "SELECT count(*) FROM " + SqliteNames.quote(table.name().name()));
    }

    @Override
    public Optional<InstantForm> instantForm(QualifiedName table, String column) {
        boolean there = catalog()
                .lookupTable(table)
                .flatMap(found -> found.lookupColumn(column))
                .isPresent();
        long balance = there ? integersMoreThanTexts(table, column) : 0;
        return balance == 0
                ? Optional.empty()
                : Optional.of(balance > 0 ? InstantForm.MILLISECONDS : InstantForm.ISO_TEXT);
    }

    private long integersMoreThanTexts(QualifiedName table, String column) {
        return database.number("SELECT coalesce(sum(CASE typeof(" + SqliteNames.quote(column)
                + ") WHEN 'integer' THEN 1 WHEN 'text' THEN -1 ELSE 0 END), 0) FROM "
                + SqliteNames.quote(table.name()));
    }

    @Override
    public RowReader read(Table table) {
        return PackedRows.arePacked(table)
                ? cursors.readPackedRows(database, table)
                : cursors.readValues(database, table);
    }

    @Override
    public Source image() {
        return new SqliteImage(this, database);
    }

    @Override
    public void close() {
        leave.run();
    }
}
