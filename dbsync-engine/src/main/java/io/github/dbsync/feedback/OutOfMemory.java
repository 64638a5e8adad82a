package io.github.dbsync.feedback;

/** Java's memory does not hold what the work needs. */
public final class OutOfMemory {

    private OutOfMemory() {}

    /** What to throw instead. */
    public static DbSyncException exception(OutOfMemoryError cause) {
        return new DbSyncException(
                Problem.refusal(
                        ProblemCode.OUT_OF_MEMORY,
                        "Java has run out of memory. Nothing was changed on either side.",
                        "",
                        "Rows travel in small batches, but a value is never cut (" + cause.getMessage() + ").",
                        "Give Maven more: MAVEN_OPTS=-Xmx2g"),
                cause);
    }
}
