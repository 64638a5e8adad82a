package io.github.dbsync.dialect;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Interruption;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A thread that reads one end while the caller's is busy with the other. */
public final class ReadingThread implements AutoCloseable {

    private static final long READER_LEAVES_WITHIN_SECONDS = 60;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "dbsync-reader"));

    /** Begins to read. */
    public <T> Future<T> submit(Callable<T> reading) {
        return thread.submit(reading);
    }

    /**
     * What was read.
     *
     * @throws DbSyncException where the end refuses to be read, or somebody wants the work to stop
     */
    public static <T> T await(Future<T> reading) {
        try {
            return reading.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof DbSyncException problem
                    ? problem
                    : new IllegalStateException(failed.getCause());
        } catch (CancellationException | InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Interruption.exception(interrupted);
        }
    }

    /** An end may be closed only when nobody reads it any more. */
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(READER_LEAVES_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }
}
