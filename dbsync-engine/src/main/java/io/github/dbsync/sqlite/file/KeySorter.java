package io.github.dbsync.sqlite.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Sorts any number of keys in a memory that does not grow: what does not fit goes to files in a folder, as runs that are in
 * order, and is merged at the end. Not thread-safe.
 */
public final class KeySorter implements AutoCloseable {

    /** So many are merged into one; each takes a buffer while it is read. */
    private static final int MOST_RUNS = 64;

    private final KeyOrder order;
    private final Path folder;
    private final long memory;
    private final KeyRun run;
    private final List<SpilledRun> spilled = new ArrayList<>();

    /**
     * A sorter without keys.
     *
     * @param folder where keys go that do not fit into the memory
     * @param memory in bytes
     */
    public KeySorter(KeyOrder order, Path folder, long memory) {
        this.order = order;
        this.folder = folder;
        this.memory = memory;
        this.run = new KeyRun(order);
    }

    /** Adds a key: all that a record says, its last value the rowid. */
    public void add(RecordBuilder key) throws IOException {
        if (!run.isEmpty() && run.sizeWith(key.length()) > memory) {
            spill();
        }
        run.add(key.bytes(), key.length());
    }

    private void spill() throws IOException {
        run.sort();
        spilled.add(SpilledRun.of(run, folder));
        run.clear();
        if (spilled.size() == MOST_RUNS) {
            mergeSpilled();
        }
    }

    private void mergeSpilled() throws IOException {
        SpilledRun merged = SpilledRun.of(new MergedRuns(spilled, order), folder);
        close();
        spilled.add(merged);
    }

    /**
     * Hands all keys over to an index, once.
     *
     * @return whether no two keys are equal but for their rowids and without null; where two are, a unique index is not
     *     completed and stays empty
     */
    public boolean fill(IndexTreeWriter index, boolean unique) throws IOException {
        SortedKeys keys = sorted();
        byte[] before = new byte[0];
        boolean isFirst = true;
        while (keys.next()) {
            if (unique) {
                if (!isFirst && order.areDuplicates(before, 0, keys.bytes(), keys.start())) {
                    return false;
                }
                before = copy(keys, before);
                isFirst = false;
            }
            index.add(keys.bytes(), keys.start(), keys.length());
        }
        index.finish();
        return true;
    }

    private static byte[] copy(SortedKeys keys, byte[] used) {
        byte[] copy = used.length < keys.length() ? new byte[2 * keys.length()] : used;
        System.arraycopy(keys.bytes(), keys.start(), copy, 0, keys.length());
        return copy;
    }

    /** All keys in their order, once. */
    public SortedKeys sorted() throws IOException {
        if (spilled.isEmpty()) {
            run.sort();
            return run;
        }
        if (!run.isEmpty()) {
            spill();
        }
        return new MergedRuns(spilled, order);
    }

    @Override
    public void close() throws IOException {
        for (SpilledRun each : spilled) {
            each.close();
        }
        spilled.clear();
    }
}
