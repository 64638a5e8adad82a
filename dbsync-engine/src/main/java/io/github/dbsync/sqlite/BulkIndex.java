package io.github.dbsync.sqlite;

import io.github.dbsync.sqlite.EmptyTable.WrittenIndex;
import io.github.dbsync.sqlite.EmptyTable.WrittenPart;
import io.github.dbsync.sqlite.file.BulkFile;
import io.github.dbsync.sqlite.file.Collation;
import io.github.dbsync.sqlite.file.KeyOrder;
import io.github.dbsync.sqlite.file.KeySorter;
import io.github.dbsync.sqlite.file.RecordBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** An index being filled: keys are taken from the rows as they come, sorted, and written as pages. Not thread-safe. */
final class BulkIndex implements AutoCloseable {

    private final WrittenIndex index;
    private final int rowidColumn;
    private final RecordBuilder key;
    private final KeySorter keys;

    /**
     * @param rowidColumn the place of the table's column that is the rowid, or -1
     * @param memory for its keys, in bytes; what does not fit goes to files in the folder
     */
    BulkIndex(WrittenIndex index, int rowidColumn, BulkFile file, Path folder, long memory) {
        this.index = index;
        this.rowidColumn = rowidColumn;
        this.key = new RecordBuilder(index.parts().size() + 1, file.encoding());
        this.keys = new KeySorter(
                new KeyOrder(index.parts().stream().map(BulkIndex::part).toList()), folder, memory);
    }

    private static KeyOrder.Part part(WrittenPart part) {
        return new KeyOrder.Part(Collation.valueOf(part.collation().toUpperCase(Locale.ROOT)), part.descending());
    }

    String name() {
        return index.name();
    }

    void add(RecordBuilder row, long rowid) throws IOException {
        key.clear();
        for (WrittenPart part : index.parts()) {
            if (part.column() == rowidColumn) {
                key.addInteger(rowid);
            } else {
                key.add(row, part.column());
            }
        }
        key.addInteger(rowid);
        keys.add(key);
    }

    /** Writes the keys; false where two are equal that must not be, and the index is left empty. */
    boolean fill(BulkFile file) throws IOException {
        return keys.fill(file.index(index.root()), index.unique());
    }

    @Override
    public void close() throws IOException {
        keys.close();
    }
}
