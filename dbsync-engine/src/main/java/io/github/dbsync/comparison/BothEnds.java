package io.github.dbsync.comparison;

import io.github.dbsync.dialect.ReadingThreads;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/** Reads both ends at the same time. */
final class BothEnds implements AutoCloseable {

    private final ReadingThreads targetThread = new ReadingThreads(1);

    /** What was read from both ends. */
    record Pair<T>(T source, T target) {}

    /** @throws io.github.dbsync.feedback.DbSyncException where one of them refuses */
    <T> Pair<T> read(Supplier<T> source, Supplier<T> target) {
        Future<T> reading = targetThread.submit(target::get);
        try {
            return new Pair<>(source.get(), ReadingThreads.await(reading));
        } finally {
            reading.cancel(true);
        }
    }

    @Override
    public void close() {
        targetThread.close();
    }
}
