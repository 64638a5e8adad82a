package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.sqlite.file.BulkFile;
import io.github.dbsync.sqlite.file.KeyOrder;
import io.github.dbsync.sqlite.file.KeySorter;
import io.github.dbsync.sqlite.file.RecordBuilder;
import io.github.dbsync.sqlite.file.RecordValues;
import io.github.dbsync.sqlite.file.SortedKeys;
import io.github.dbsync.sqlite.file.TableTreeWriter;
import io.github.dbsync.sqlite.file.TextEncoding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a table that has rowids, written as they come. One that comes after one with a greater rowid has no place at the end of
 * the table: SQLite inserts these, in the order of their rowids, when the others are there.
 */
final class NumberedRows implements BulkRows {

    private static final long MEMORY = 16L << 20;

    private final Table table;
    private final EmptyTable empty;
    private final TextEncoding encoding;
    private final TableTreeWriter rows;
    private final RecordBuilder late;
    private final KeySorter lateRows;
    private boolean hasLateRows;

    /** @param folder where late rows go that do not fit into the memory */
    NumberedRows(Table table, EmptyTable empty, BulkFile file, Path folder) {
        this.table = table;
        this.empty = empty;
        this.encoding = file.encoding();
        this.rows = file.table(empty.stored().root());
        this.late = new RecordBuilder(empty.columns().size() + 1, encoding);
        this.lateRows = new KeySorter(new KeyOrder(List.of(), List.of(KeyOrder.Part.ROWID)), folder, MEMORY);
    }

    @Override
    public boolean add(RecordBuilder row, long rowid) throws IOException {
        if (!rows.takes(rowid)) {
            addLate(row, rowid);
            return false;
        }
        rows.add(rowid, row);
        return true;
    }

    /** The rowid comes first, so that a row is sorted by it. */
    private void addLate(RecordBuilder row, long rowid) throws IOException {
        late.clear();
        late.addInteger(rowid);
        for (int i = 0; i < empty.columns().size(); i++) {
            late.add(row, i);
        }
        lateRows.add(late);
        hasLateRows = true;
    }

    @Override
    public boolean fill(BulkFile file) throws IOException {
        rows.finish();
        return true;
    }

    @Override
    public void insertOthers(SqliteDatabase database) throws IOException {
        if (!hasLateRows) {
            return;
        }
        try (RecordInsert insert = new RecordInsert(database, table, empty)) {
            SortedKeys sorted = lateRows.sorted();
            while (sorted.next()) {
                insert.insert(values(RecordValues.of(sorted, encoding)));
            }
        }
    }

    private List<@Nullable Object> values(List<@Nullable Object> late) {
        List<@Nullable Object> values = new ArrayList<>(late.subList(1, late.size()));
        values.set(empty.rowidPlace(), late.get(0));
        return values;
    }

    @Override
    public void close() throws IOException {
        lateRows.close();
    }
}
