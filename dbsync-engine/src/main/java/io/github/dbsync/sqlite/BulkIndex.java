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
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** An index being filled: keys are taken from the rows as they come, sorted, and written as pages. Not thread-safe. */
final class BulkIndex implements AutoCloseable {

    private final WrittenIndex index;
    private final int rowidPlace;
    private final List<WrittenPart> values;
    private final RecordBuilder key;
    private final KeySorter keys;

    /**
     * @param rowidPlace where in the table's records the column stands that is the rowid, or -1
     * @param memory for its keys, in bytes; what does not fit goes to files in the folder
     */
    BulkIndex(WrittenIndex index, int rowidPlace, BulkFile file, Path folder, long memory) {
        this.index = index;
        this.rowidPlace = rowidPlace;
        this.values =
                Stream.concat(index.parts().stream(), index.locators().stream()).toList();
        this.key = new RecordBuilder(values.size(), file.encoding());
        this.keys = new KeySorter(new KeyOrder(compared(index.parts()), compared(index.locators())), folder, memory);
    }

    /** How values are compared. */
    static List<KeyOrder.Part> compared(List<WrittenPart> parts) {
        return parts.stream()
                .map(part -> new KeyOrder.Part(
                        Collation.valueOf(part.collation().toUpperCase(Locale.ROOT)), part.descending()))
                .toList();
    }

    String name() {
        return index.name();
    }

    void add(RecordBuilder row, long rowid) throws IOException {
        key.clear();
        for (WrittenPart value : values) {
            if (value.place() == WrittenPart.ROWID || value.place() == rowidPlace) {
                key.addInteger(rowid);
            } else {
                key.add(row, value.place());
            }
        }
        keys.add(key);
    }

    /** Writes the keys; false where two are equal that must not be, and the index is left empty. */
    boolean fill(BulkFile file) throws IOException {
        try (keys) {
            return keys.fill(file.index(index.root()), index.unique()).isEmpty();
        }
    }

    @Override
    public void close() throws IOException {
        keys.close();
    }
}
