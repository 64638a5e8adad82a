package io.github.dbsync.sqlite;

import io.github.dbsync.batch.DoubleVector;
import io.github.dbsync.batch.Vector;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Floating-point numbers. SQLite keeps NaN as null, and -0.0 as 0.0 wherever it makes integers of whole numbers; there they
 * are kept as a blob of their eight bytes, the highest first.
 */
record FloatMapping(Affinity affinity) implements ColumnMapping {

    /** Up to here every integer is a double. */
    private static final long EXACT_INTEGERS = 1L << 53;

    @Override
    public boolean fitsEvery(Storage storage) {
        return storage == Storage.REAL;
    }

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        DoubleVector doubles = (DoubleVector) vector;
        return switch (storage) {
            case REAL -> set(doubles, row, cells.real(column));
            case INTEGER -> whole(doubles, row, cells.integer(column));
            case BLOB -> bits(doubles, row, cells.blob(column).copy());
            case TEXT, NULL -> Misfit.of(storage);
        };
    }

    private static @Nullable Misfit set(DoubleVector doubles, int row, double value) {
        doubles.set(row, value);
        return null;
    }

    private @Nullable Misfit whole(DoubleVector doubles, int row, long value) {
        boolean exact = value >= -EXACT_INTEGERS && value <= EXACT_INTEGERS;
        return exact && affinity.bendsWholeNumbers() ? set(doubles, row, (double) value) : Misfit.AN_INTEGER;
    }

    private @Nullable Misfit bits(DoubleVector doubles, int row, byte[] bytes) {
        if (bytes.length != Double.BYTES) {
            return Misfit.A_BLOB;
        }
        double value = ByteBuffer.wrap(bytes).getDouble();
        return needsBits(value) ? set(doubles, row, value) : Misfit.A_BLOB;
    }

    @Override
    public Object write(Vector vector, int row) {
        double value = ((DoubleVector) vector).get(row);
        if (needsBits(value)) {
            return ByteBuffer.allocate(Double.BYTES).putDouble(value).array();
        }
        return value;
    }

    @Override
    public boolean write(Vector vector, int row, RecordCell cell) {
        double value = ((DoubleVector) vector).get(row);
        return needsBits(value) ? cell.value(write(vector, row)) : cell.real(value);
    }

    private boolean needsBits(double value) {
        boolean negativeZero = Double.doubleToRawLongBits(value) == Long.MIN_VALUE;
        return Double.isNaN(value) || (negativeZero && affinity != Affinity.BLOB);
    }
}
