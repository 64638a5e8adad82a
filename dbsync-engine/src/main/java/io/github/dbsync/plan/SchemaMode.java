package io.github.dbsync.plan;

/** Whose the target's schema is. */
public enum SchemaMode {
    /** It stays as it is, and its tables get other rows. */
    KEEP,
    /** It is made from what the source has. */
    PUSH
}
