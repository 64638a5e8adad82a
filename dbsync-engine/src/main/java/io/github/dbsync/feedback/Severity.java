package io.github.dbsync.feedback;

/** How much a {@link Problem} matters. */
public enum Severity {
    /** Worth knowing; nothing to do. */
    NOTE,
    /** Something will be different on the other side; the sync goes on. */
    WARNING,
    /** The sync does not start, or stops; nothing has changed. */
    REFUSAL
}
