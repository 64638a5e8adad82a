package io.github.dbsync.feedback;

import org.jspecify.annotations.Nullable;

/** Somebody wants the work to stop: the thread at work is interrupted, and gives up where nothing has been changed yet. */
public final class Interruption {

    private Interruption() {}

    /**
     * Gives up where the current thread is interrupted; its flag stays set.
     *
     * @throws DbSyncException with {@code INTERRUPTED}
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw exception(null);
        }
    }

    /** What to throw where a wait was interrupted. */
    public static DbSyncException exception(@Nullable Exception cause) {
        return new DbSyncException(
                Problem.refusal(
                        ProblemCode.INTERRUPTED,
                        "The sync was interrupted.",
                        "",
                        "Somebody or something stopped it; nothing was changed on either side.",
                        "Run it again"),
                cause);
    }
}
