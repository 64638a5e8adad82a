package io.github.dbsync.dialect;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Interruption;
import io.github.dbsync.feedback.OutOfMemory;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Threads that read, or have SQLite look through what it has, while the caller's is busy elsewhere, or waits for them. */
public final class ReadingThreads implements AutoCloseable {

    private static final long READER_LEAVES_WITHIN_SECONDS = 20;

    private final ExecutorService threads;

    public ReadingThreads(int number) {
        threads = Executors.newFixedThreadPool(number, task -> new Thread(task, "dbsync-reader"));
    }

    /** Begins to read. */
    public <T> Future<T> submit(Callable<T> reading) {
        return threads.submit(reading);
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
            throw exception(failed.getCause());
        } catch (CancellationException | InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Interruption.exception(interrupted);
        }
    }

    private static RuntimeException exception(@Nullable Throwable cause) {
        if (cause instanceof OutOfMemoryError exhausted) {
            return OutOfMemory.exception(exhausted);
        }
        return cause instanceof DbSyncException problem ? problem : new IllegalStateException(cause);
    }

    /** An end may be closed only when nobody reads it any more: an interrupt from before does not cut the wait short. */
    @Override
    public void close() {
        threads.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            threads.awaitTermination(READER_LEAVES_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
