package io.github.dbsync.batch;

import java.util.Arrays;

/** Byte strings of any length, one after the other in one array. Rows must be filled in ascending order. */
public final class BytesVector extends Vector {

    private static final int BYTES_PER_ROW_AT_FIRST = 16;

    private final int capacity;
    private final int[] starts;
    private final int[] ends;
    private byte[] bytes;
    private int used;

    BytesVector(int capacity) {
        super(capacity);
        this.capacity = capacity;
        this.starts = new int[capacity];
        this.ends = new int[capacity];
        this.bytes = new byte[capacity * BYTES_PER_ROW_AT_FIRST];
    }

    /** The array that holds all rows; valid until the next row is set. */
    public byte[] array() {
        return bytes;
    }

    /** Where a row begins in {@link #array()}. */
    public int start(int row) {
        return starts[row];
    }

    public int length(int row) {
        return ends[row] - starts[row];
    }

    /** A copy of a row's bytes. */
    public byte[] copy(int row) {
        return Arrays.copyOfRange(bytes, starts[row], ends[row]);
    }

    public void set(int row, byte[] value) {
        set(row, value, 0, value.length);
    }

    public void set(int row, byte[] source, int offset, int length) {
        reserve(row, length);
        System.arraycopy(source, offset, bytes, starts[row], length);
    }

    /**
     * Makes room for a row that the caller then writes into {@link #array()} from {@link #start(int)} on.
     *
     * @param length the row's length in bytes
     */
    public void reserve(int row, int length) {
        setPresent(row);
        ensure(length);
        starts[row] = used;
        used += length;
        ends[row] = used;
    }

    /** Bytes held by all rows so far. */
    public int size() {
        return used;
    }

    @Override
    public void setNull(int row) {
        super.setNull(row);
        starts[row] = used;
        ends[row] = used;
    }

    @Override
    public void clear() {
        used = 0;
        if (bytes.length > 2 * Batch.MAX_BYTES) {
            bytes = new byte[capacity * BYTES_PER_ROW_AT_FIRST];
        }
    }

    private void ensure(int length) {
        long needed = (long) used + length;
        if (needed > bytes.length) {
            long grown = Math.max(needed, Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8));
            bytes = Arrays.copyOf(bytes, Math.toIntExact(grown));
        }
    }
}
