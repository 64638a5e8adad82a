package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.sqlite.file.BulkFile;
import io.github.dbsync.sqlite.file.KeyOrder;
import io.github.dbsync.sqlite.file.KeySorter;
import io.github.dbsync.sqlite.file.RecordBuilder;
import io.github.dbsync.sqlite.file.RecordValues;
import io.github.dbsync.sqlite.file.TextEncoding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Rows of a table without rowids, whose b-tree is an index that holds them: sorted by their key, and then written. */
final class KeyedRows implements BulkRows {

    private final Table table;
    private final EmptyTable empty;
    private final TextEncoding encoding;
    private final KeySorter rows;
    private List<byte[]> duplicates = List.of();

    /**
     * @param folder where rows go that do not fit into the memory
     * @param memory in bytes
     */
    KeyedRows(Table table, EmptyTable empty, TextEncoding encoding, Path folder, long memory) {
        this.table = table;
        this.empty = empty;
        this.encoding = encoding;
        this.rows = new KeySorter(new KeyOrder(BulkIndex.compared(empty.key()), List.of()), folder, memory);
    }

    @Override
    public boolean add(RecordBuilder row, long rowid) throws IOException {
        rows.add(row);
        return true;
    }

    @Override
    public boolean fill(BulkFile file) throws IOException {
        duplicates = rows.fill(file.index(empty.stored().root()), true);
        return duplicates.isEmpty();
    }

    @Override
    public void insertOthers(SqliteDatabase database) {
        if (!duplicates.isEmpty()) {
            try (RecordInsert insert = new RecordInsert(database, table, empty)) {
                duplicates.forEach(row -> insert.insert(RecordValues.of(row, 0, encoding)));
            }
            throw new IllegalStateException("SQLite takes two rows of " + table.name() + " with one key");
        }
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
