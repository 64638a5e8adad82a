package io.github.dbsync.batch;

/** Doubles: every value a binary float can have, NaN and negative zero included. */
public final class DoubleVector extends Vector {

    private final double[] values;

    DoubleVector(int capacity) {
        super(capacity);
        this.values = new double[capacity];
    }

    public double get(int row) {
        return values[row];
    }

    public void set(int row, double value) {
        setPresent(row);
        values[row] = value;
    }
}
