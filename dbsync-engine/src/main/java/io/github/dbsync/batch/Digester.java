package io.github.dbsync.batch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Adds up the digest of the batches it is shown. A row is hashed as the sequence of its values, each with a mark that tells
 * null from a value and a length where lengths vary, so that no two different rows look the same. Not thread-safe.
 */
public final class Digester {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final int FIXED_BYTES = 1 + Long.BYTES;
    private static final byte NULL = 0;
    private static final byte VALUE = 1;

    private byte[] row = new byte[1024];
    private int length;

    private final DigestSum sum = new DigestSum();

    /** Takes in all rows of a batch. */
    public void add(Batch batch) {
        int[] columns = IntStream.range(0, batch.columns()).toArray();
        for (int i = 0; i < batch.rows(); i++) {
            sum.add(hash(batch, i, columns));
        }
    }

    /** The hash, of two numbers, that one row has by some of its columns; it is not added to the digest. */
    public long[] hash(Batch batch, int index, int[] columns) {
        length = 0;
        for (int column : columns) {
            append(batch.column(column), index);
        }
        endRow();
        return RowHash.of(row, length);
    }

    /** The digest of all rows so far. */
    public TableDigest digest() {
        return sum.digest();
    }

    /** A longer row before may have left something behind this one. */
    private void endRow() {
        ensure(RowHash.PADDING);
        Arrays.fill(row, length, length + RowHash.PADDING, (byte) 0);
    }

    private void append(Vector vector, int index) {
        ensure(FIXED_BYTES);
        if (vector.isNull(index)) {
            row[length++] = NULL;
            return;
        }
        row[length++] = VALUE;
        if (vector instanceof LongVector longs) {
            appendLong(longs.get(index));
        } else if (vector instanceof DoubleVector doubles) {
            appendLong(Double.doubleToLongBits(doubles.get(index)));
        } else if (vector instanceof BytesVector bytes) {
            appendBytes(bytes, index);
        }
    }

    private void appendLong(long value) {
        LONG.set(row, length, value);
        length += Long.BYTES;
    }

    private void appendBytes(BytesVector bytes, int index) {
        int size = bytes.length(index);
        appendLong(size);
        ensure(size);
        System.arraycopy(bytes.array(), bytes.start(index), row, length, size);
        length += size;
    }

    private void ensure(int more) {
        long needed = (long) length + more;
        if (needed > row.length) {
            long grown = Math.max(needed, Math.min(row.length * 2L, Integer.MAX_VALUE - 8));
            row = Arrays.copyOf(row, Math.toIntExact(grown));
        }
    }
}
