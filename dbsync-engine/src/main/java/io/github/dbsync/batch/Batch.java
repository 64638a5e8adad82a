package io.github.dbsync.batch;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import java.util.List;

/**
 * Some thousand rows of one table, column by column. A batch is filled by one thread, handed over, read by another, and
 * used again: nothing is boxed and little is allocated.
 */
public final class Batch {

    /** The most rows that a batch holds. */
    public static final int MAX_ROWS = 2048;

    /** A batch with this many bytes of text is full, however few its rows are. */
    public static final int MAX_BYTES = 2 * 1024 * 1024;

    /** Of tables with more columns a batch holds fewer rows. */
    private static final int COLUMNS_OF_MOST_ROWS = 128;

    private static final int LEAST_ROWS = 64;

    private final Vector[] vectors;
    private final int capacity;
    private int rows;

    private Batch(Vector[] vectors, int capacity) {
        this.vectors = vectors;
        this.capacity = capacity;
    }

    /** An empty batch for the stored columns of a table, in their order. */
    public static Batch of(Table table) {
        List<Column> columns = table.storedColumns();
        int capacity = capacity(columns.size());
        Vector[] vectors = new Vector[columns.size()];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = Vector.of(columns.get(i).logical().carrier(), capacity);
        }
        return new Batch(vectors, capacity);
    }

    private static int capacity(int columns) {
        int rows = MAX_ROWS * COLUMNS_OF_MOST_ROWS / Math.max(COLUMNS_OF_MOST_ROWS, columns);
        return Math.max(LEAST_ROWS, rows);
    }

    public int columns() {
        return vectors.length;
    }

    public Vector column(int index) {
        return vectors[index];
    }

    public LongVector longs(int column) {
        return (LongVector) vectors[column];
    }

    public DoubleVector doubles(int column) {
        return (DoubleVector) vectors[column];
    }

    public BytesVector bytes(int column) {
        return (BytesVector) vectors[column];
    }

    public int rows() {
        return rows;
    }

    /** Says that one more row is complete: every column of it was set. */
    public void endRow() {
        rows++;
    }

    /** Whether no further row should be put in. */
    public boolean isFull() {
        return rows == capacity || byteSize() >= MAX_BYTES;
    }

    /** Bytes of text and binary values held by all rows. */
    public long byteSize() {
        long size = 0;
        for (Vector vector : vectors) {
            if (vector instanceof BytesVector bytes) {
                size += bytes.size();
            }
        }
        return size;
    }

    /** Forgets all rows, to be filled again. */
    public void clear() {
        rows = 0;
        for (Vector vector : vectors) {
            vector.clear();
        }
    }
}
