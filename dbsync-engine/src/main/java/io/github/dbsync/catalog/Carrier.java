package io.github.dbsync.catalog;

/** The form in which a value travels between the two dialects; null is possible in each. */
public enum Carrier {
    LONG,
    DOUBLE,
    BYTES
}
