package io.github.dbsync.maven;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.maven.plugin.logging.Log;

/**
 * Ctrl-C in the middle: the thread at work is interrupted and the end of the process waits until it has given up cleanly.
 * In force until it is closed.
 */
final class Interruption implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;

    private Interruption(Thread worker, Log log) {
        this.hook = new Thread(() -> giveUp(worker, log), "dbsync-interruption");
    }

    /** Watches over the current thread. */
    static Interruption watch(Log log) {
        Interruption interruption = new Interruption(Thread.currentThread(), log);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void giveUp(Thread worker, Log log) {
        log.warn("Interrupted; giving up.");
        worker.interrupt();
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                log.warn("The work did not end within " + PATIENCE_SECONDS + " seconds.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException theHookIsRunning) {
            Thread.interrupted();
        }
    }
}
