package io.github.dbsync.report;

/** How a sync ended. */
public enum Outcome {
    /** The target is what the source is, proven as far as was asked for. */
    SYNCED,
    /** The plan was made and nothing else, as was asked for. */
    PLANNED,
    /** Nothing was changed, for the reason that the report names. */
    FAILED
}
