package io.github.dbsync.sqlite.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;

/**
 * Sorts any number of keys in a memory that does not grow: what does not fit goes to files in a folder, as runs that are in
 * order, and is merged at the end. Not thread-safe.
 */
public final class KeySorter implements AutoCloseable {

    /** So many are never open at the end, and fewer where keys are so long that one of each does not fit into the memory. */
    private static final int MOST_RUNS = 64;

    private static final int LEAST_RUNS = 2;

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

    /** Adds a key. */
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
        while (spilled.size() >= MOST_RUNS || (spilled.size() >= LEAST_RUNS && areTooLong())) {
            mergeShortest();
        }
    }

    /** Whether one key of each run may be too much; the longest of all is in the memory in any case. */
    private boolean areTooLong() {
        LongSummaryStatistics lengths =
                spilled.stream().mapToLong(SpilledRun::longest).summaryStatistics();
        return lengths.getSum() - lengths.getMax() > memory;
    }

    /** The shorter half becomes one: most of the keys, which are in long runs, are not copied again. */
    private void mergeShortest() throws IOException {
        spilled.sort(Comparator.comparingLong(SpilledRun::keys));
        List<SpilledRun> shortest = spilled.subList(0, Math.max(LEAST_RUNS, spilled.size() / 2));
        SpilledRun merged = SpilledRun.of(new MergedRuns(shortest, order), folder);
        close(shortest);
        spilled.add(merged);
    }

    /**
     * Hands all keys over to an index, once.
     *
     * @return two keys of which a unique index takes only one, and is then not completed and stays empty; nothing otherwise
     */
    public List<byte[]> fill(IndexTreeWriter index, boolean unique) throws IOException {
        SortedKeys keys = sorted();
        byte[] before = new byte[0];
        int length = 0;
        while (keys.next()) {
            if (unique) {
                if (length > 0 && order.areDuplicates(before, 0, keys.bytes(), keys.start())) {
                    return List.of(
                            Arrays.copyOf(before, length),
                            Arrays.copyOfRange(keys.bytes(), keys.start(), keys.start() + keys.length()));
                }
                before = copy(keys, before);
                length = keys.length();
            }
            index.add(keys.bytes(), keys.start(), keys.length());
        }
        index.finish();
        return List.of();
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
        close(spilled);
    }

    private static void close(List<SpilledRun> runs) throws IOException {
        for (SpilledRun each : runs) {
            each.close();
        }
        runs.clear();
    }
}
