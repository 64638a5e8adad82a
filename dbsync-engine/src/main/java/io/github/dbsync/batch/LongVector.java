package io.github.dbsync.batch;

/** Longs: integers, booleans, dates, times and timestamps. */
public final class LongVector extends Vector {

    private final long[] values;

    LongVector(int capacity) {
        super(capacity);
        this.values = new long[capacity];
    }

    public long get(int row) {
        return values[row];
    }

    public void set(int row, long value) {
        setPresent(row);
        values[row] = value;
    }
}
