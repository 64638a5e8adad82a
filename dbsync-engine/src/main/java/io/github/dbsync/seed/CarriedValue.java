package io.github.dbsync.seed;

import io.github.dbsync.batch.BytesVector;
import io.github.dbsync.batch.DoubleVector;
import io.github.dbsync.batch.LongVector;
import io.github.dbsync.batch.Vector;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A value in its carrier, to be kept and compared.
 *
 * @param value a Long, a Double, a ByteBuffer, or null
 */
record CarriedValue(@Nullable Object value) {

    static final CarriedValue NULL = new CarriedValue(null);

    static CarriedValue of(byte[] bytes) {
        return new CarriedValue(ByteBuffer.wrap(bytes));
    }

    static CarriedValue of(Vector column, int row) {
        if (column.isNull(row)) {
            return NULL;
        }
        if (column instanceof LongVector longs) {
            return new CarriedValue(longs.get(row));
        }
        return column instanceof DoubleVector doubles
                ? new CarriedValue(doubles.get(row))
                : of(((BytesVector) column).copy(row));
    }

    boolean isNull() {
        return value == null;
    }

    void put(Vector column, int row) {
        if (value instanceof Long number) {
            ((LongVector) column).set(row, number);
        } else if (value instanceof Double number) {
            ((DoubleVector) column).set(row, number);
        } else if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            ((BytesVector) column).set(row, copy);
        } else {
            column.setNull(row);
        }
    }
}
