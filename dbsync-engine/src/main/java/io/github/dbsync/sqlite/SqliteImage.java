package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.TableCensus;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.rules.ColumnRules;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A SQLite file as it is copied exactly: each row is packed, with its rowid, storage classes and bytes. Rows come in the order
 * of their rowids, which are kept, or else of their key; so no order has to be made.
 */
final class SqliteImage implements Source {

    private static final Comparator<Table> BY_NAME = Comparator.comparing(Table::name);

    /** Views may be of tables that come later; a trigger needs its table or view. */
    private static final List<String> LATE = List.of("view", "trigger");

    private static final Comparator<OtherObject> IN_ORDER = Comparator.<OtherObject>comparingInt(
                    object -> LATE.indexOf(object.kind()))
            .thenComparing(OtherObject::name)
            .thenComparing(OtherObject::kind);

    private final Source source;
    private final SqliteDatabase database;

    SqliteImage(Source source, SqliteDatabase database) {
        this.source = source;
        this.database = database;
    }

    /** What SQLite has of itself comes with what it belongs to. */
    @Override
    public Catalog catalog() {
        Catalog catalog = source.catalog();
        SqliteDialect dialect = new SqliteDialect();
        return new Catalog(
                catalog.dialect(),
                "",
                images(catalog.tables()),
                images(catalog.auxiliaries()),
                List.of(),
                catalog.others().stream()
                        .filter(object -> !dialect.isOwn(object))
                        .map(SqliteImage::inOrder)
                        .sorted(IN_ORDER)
                        .toList(),
                catalog.settings(),
                Set.of());
    }

    private List<Table> images(List<Table> tables) {
        return tables.stream()
                .sorted(BY_NAME)
                .map(Table::inOrderOfNames)
                .map(table -> SequenceRow.noted(table, database))
                .map(table -> PackedRows.image(database, table))
                .toList();
    }

    /** Its tables are those that it covers and consists of, whichever was made first. */
    private static OtherObject inOrder(OtherObject object) {
        return new OtherObject(
                object.kind(),
                object.name(),
                object.table(),
                object.definition(),
                object.removal(),
                object.tables().stream().sorted().toList(),
                object.moment());
    }

    @Override
    public Optional<Memory> memory() {
        return source.memory();
    }

    @Override
    public TableCensus census(Table table, boolean exact, ColumnRules rules) {
        return new TableCensus(table, countRows(table), List.of());
    }

    @Override
    public long countRows(Table table) {
        return source.countRows(table);
    }

    @Override
    public RowReader read(Table table) {
        return source.read(table);
    }

    @Override
    public Source image() {
        return this;
    }

    @Override
    public void close() {
        source.close();
    }
}
