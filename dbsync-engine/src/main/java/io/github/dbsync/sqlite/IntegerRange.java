package io.github.dbsync.sqlite;

/**
 * The least and the greatest of some integers.
 *
 * @param least not greater than {@code greatest}
 */
record IntegerRange(long least, long greatest) {

    /** The range of one integer. */
    static IntegerRange of(long value) {
        return new IntegerRange(value, value);
    }

    /** The range of the integers of both. */
    IntegerRange with(IntegerRange other) {
        return new IntegerRange(Math.min(least, other.least), Math.max(greatest, other.greatest));
    }

    boolean contains(IntegerRange other) {
        return least <= other.least && other.greatest <= greatest;
    }

    /** Whether so many different integers of this range are all that it has. */
    boolean isFilledBy(long count) {
        return greatest - least == count - 1;
    }
}
