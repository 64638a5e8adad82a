package io.github.dbsync.sqlite;

import io.github.dbsync.batch.LongVector;
import io.github.dbsync.batch.Vector;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Integers within a range, and booleans as 0 and 1. */
record IntegerMapping(long least, long greatest) implements ColumnMapping {

    static IntegerMapping ofBytes(int bytes) {
        long greatest = Long.MAX_VALUE >> (Long.SIZE - bytes * Byte.SIZE);
        return new IntegerMapping(-greatest - 1, greatest);
    }

    @Override
    public boolean fitsEvery(Storage storage) {
        return storage == Storage.INTEGER && least == Long.MIN_VALUE && greatest == Long.MAX_VALUE;
    }

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        if (storage != Storage.INTEGER) {
            return Misfit.of(storage);
        }
        long value = cells.integer(column);
        if (value < least || value > greatest) {
            return Misfit.OUT_OF_RANGE;
        }
        ((LongVector) vector).set(row, value);
        return null;
    }

    @Override
    public Object write(Vector vector, int row) {
        return ((LongVector) vector).get(row);
    }
}
