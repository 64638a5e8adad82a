package io.github.dbsync.batch;

import io.github.dbsync.catalog.Carrier;

/**
 * One column of a {@link Batch}: a primitive array of a carrier, and which rows are null. Not thread-safe; a batch is
 * handed from thread to thread as a whole.
 */
public abstract sealed class Vector permits LongVector, DoubleVector, BytesVector {

    private final boolean[] nulls;

    Vector(int capacity) {
        this.nulls = new boolean[capacity];
    }

    static Vector of(Carrier carrier, int capacity) {
        return switch (carrier) {
            case LONG -> new LongVector(capacity);
            case DOUBLE -> new DoubleVector(capacity);
            case BYTES -> new BytesVector(capacity);
        };
    }

    public final boolean isNull(int row) {
        return nulls[row];
    }

    /** Sets a row to null. Rows are filled in ascending order. */
    public void setNull(int row) {
        nulls[row] = true;
    }

    final void setPresent(int row) {
        nulls[row] = false;
    }

    /** Forgets all rows, to be filled again. */
    public void clear() {}
}
