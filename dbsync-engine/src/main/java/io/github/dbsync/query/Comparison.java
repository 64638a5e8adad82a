package io.github.dbsync.query;

/** How a database compares the values of a column, measured by their carriers, which are the same on both sides. */
public enum Comparison {
    /** As the carriers compare, order included. */
    ORDER,
    /** Two values are equal exactly when their carriers are; the order is another one. */
    EQUALITY,
    /** In some way of its own. */
    NONE;

    /** What both can be trusted with. */
    public Comparison weaker(Comparison other) {
        return compareTo(other) > 0 ? this : other;
    }

    boolean suffices(Comparison needed) {
        return compareTo(needed) <= 0;
    }
}
