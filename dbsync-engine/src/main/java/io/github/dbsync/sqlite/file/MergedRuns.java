package io.github.dbsync.sqlite.file;

import java.io.IOException;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Several runs as one. Not thread-safe. */
final class MergedRuns implements SortedKeys {

    private final PriorityQueue<SpilledRun> runs;
    private @Nullable SpilledRun current;

    MergedRuns(List<SpilledRun> runs, KeyOrder order) throws IOException {
        this.runs = new PriorityQueue<>((a, b) -> compare(a, b, order));
        for (SpilledRun run : runs) {
            offer(run);
        }
    }

    private static int compare(SortedKeys a, SortedKeys b, KeyOrder order) {
        int rough = Long.compare(a.prefix(), b.prefix());
        return rough != 0 ? rough : order.compare(a.bytes(), a.start(), b.bytes(), b.start());
    }

    private void offer(SpilledRun run) throws IOException {
        if (run.next()) {
            runs.add(run);
        }
    }

    @Override
    public boolean next() throws IOException {
        if (current != null) {
            offer(current);
        }
        current = runs.poll();
        return current != null;
    }

    private SpilledRun current() {
        if (current == null) {
            throw new IllegalStateException("no key is current");
        }
        return current;
    }

    @Override
    public byte[] bytes() {
        return current().bytes();
    }

    @Override
    public int start() {
        return current().start();
    }

    @Override
    public int length() {
        return current().length();
    }

    @Override
    public long prefix() {
        return current().prefix();
    }
}
