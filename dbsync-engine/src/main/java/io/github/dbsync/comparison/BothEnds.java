package io.github.dbsync.comparison;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Interruption;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Reads both ends at the same time, the target on a thread of its own. */
final class BothEnds implements AutoCloseable {

    private static final long READER_LEAVES_WITHIN_SECONDS = 60;

    private final ExecutorService targetThread =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "dbsync-target-reader"));

    /** What was read from both ends. */
    record Pair<T>(T source, T target) {}

    /** @throws DbSyncException where one of them refuses */
    <T> Pair<T> read(Supplier<T> source, Supplier<T> target) {
        Future<T> reading = targetThread.submit(target::get);
        try {
            return new Pair<>(source.get(), await(reading));
        } finally {
            reading.cancel(true);
        }
    }

    private static <T> T await(Future<T> reading) {
        try {
            return reading.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof DbSyncException problem
                    ? problem
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Interruption.exception(interrupted);
        }
    }

    /** An end may be closed only when nobody reads it any more. */
    @Override
    public void close() {
        targetThread.shutdownNow();
        try {
            targetThread.awaitTermination(READER_LEAVES_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }
}
