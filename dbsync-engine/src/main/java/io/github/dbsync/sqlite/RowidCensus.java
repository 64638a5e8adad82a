package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.batch.Digester;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.RowNumbers;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Notes the rowids of a table, where nothing else says what they are. */
final class RowidCensus {

    /** The memory is one text, which is held as a whole; each row takes some 11 characters of it. */
    static final int MOST_ROWS = 100_000;

    private final SqliteDatabase database;
    private final RowCursors cursors;
    private final Table table;
    private final Optional<String> rowid;
    private final long rows;

    /**
     * @param table a table with types that all its rows fit
     * @param rows how many it has
     */
    RowidCensus(SqliteDatabase database, RowCursors cursors, Table table, long rows) {
        this.database = database;
        this.cursors = cursors;
        this.table = table;
        this.rowid = RowQuery.rowid(table);
        this.rows = rows;
    }

    /** Whether there are rowids that no column keeps, and that somebody can name. */
    boolean areHidden() {
        return rows > 0 && rowid.isPresent() && table.columns().stream().allMatch(column -> column.identity() == null);
    }

    /** Whether hidden rowids are others than 1 to n. */
    boolean haveGaps() {
        String name = rowid.orElseThrow();
        return number("min", name) != 1 || number("max", name) != rows;
    }

    private long number(String function, String name) {
        return database.number("SELECT " + function + "(" + name + ") FROM "
                + SqliteNames.quote(table.name().name()));
    }

    RowNumbers take() {
        List<Column> key = keyColumns();
        Table numbered = table.withColumns(
                Stream.concat(key.stream(), Stream.of(rowidColumn())).toList());
        return new RowNumbers(key.stream().map(Column::name).toList(), haveGaps(), RowidPacking.pack(read(numbered)));
    }

    private List<Column> keyColumns() {
        List<Column> stored = table.storedColumns();
        Stream<Key> notNull = table.uniques().stream()
                .filter(key -> columns(stored, key).stream().noneMatch(Column::nullable));
        return Stream.concat(Stream.ofNullable(table.primaryKey()), notNull)
                .filter(key -> columns(stored, key).size() == key.columns().size())
                .findFirst()
                .map(key -> columns(stored, key))
                .orElse(stored);
    }

    private static List<Column> columns(List<Column> stored, Key key) {
        return stored.stream()
                .filter(column -> key.columns().contains(column.name()))
                .toList();
    }

    private Column rowidColumn() {
        ColumnType integer = new ColumnType(new LogicalType.Int(8), "INTEGER");
        return new Column(rowid.orElseThrow(), integer, false, null, null, null, null);
    }

    private List<RowidPacking.Entry> read(Table numbered) {
        List<RowidPacking.Entry> entries = new ArrayList<>();
        Batch batch = Batch.of(numbered);
        Digester digester = new Digester();
        int last = batch.columns() - 1;
        int[] key = IntStream.range(0, last).toArray();
        try (RowReader reader = cursors.readValues(database, numbered)) {
            while (reader.next(batch)) {
                for (int row = 0; row < batch.rows(); row++) {
                    long hash = digester.hash(batch, row, key)[0];
                    entries.add(new RowidPacking.Entry(hash, batch.longs(last).get(row)));
                }
            }
        }
        return entries;
    }
}
