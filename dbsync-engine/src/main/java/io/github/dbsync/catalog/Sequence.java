package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

/**
 * A sequence with its state.
 *
 * @param name its name; empty name in SQLite, where a sequence belongs to its table
 * @param type the integer type it counts in, such as {@code bigint}
 * @param start the first value
 * @param increment the step
 * @param min the least value
 * @param max the greatest value
 * @param cache how many values a session takes at once
 * @param cycle whether it begins again at the end
 * @param lastValue the last value given out, or the next one where none was
 * @param called whether {@code lastValue} was given out
 */
public record Sequence(
        QualifiedName name,
        String type,
        long start,
        long increment,
        long min,
        long max,
        long cache,
        boolean cycle,
        long lastValue,
        boolean called) {

    public Sequence {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
    }

    /** A plain sequence from 1 that has given out {@code lastValue}, or nothing yet where that is below 1. */
    public static Sequence plain(QualifiedName name, String type, long lastValue) {
        boolean called = lastValue >= 1;
        return new Sequence(name, type, 1, 1, 1, Long.MAX_VALUE, 1, false, called ? lastValue : 1, called);
    }

    public Sequence withName(QualifiedName renamed) {
        return new Sequence(renamed, type, start, increment, min, max, cache, cycle, lastValue, called);
    }

    public Sequence withState(long newLastValue, boolean newCalled) {
        return new Sequence(name, type, start, increment, min, max, cache, cycle, newLastValue, newCalled);
    }
}
