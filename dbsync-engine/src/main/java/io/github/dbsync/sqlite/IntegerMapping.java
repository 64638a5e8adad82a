package io.github.dbsync.sqlite;

import io.github.dbsync.batch.LongVector;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.sqlite.file.ByteSlice;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Integers within a range, and booleans as 0 and 1. A column with TEXT affinity keeps them as their digits. */
record IntegerMapping(long least, long greatest, Affinity affinity) implements ColumnMapping {

    static IntegerMapping ofBytes(int bytes, Affinity affinity) {
        long greatest = Long.MAX_VALUE >> (Long.SIZE - bytes * Byte.SIZE);
        return new IntegerMapping(-greatest - 1, greatest, affinity);
    }

    @Override
    public boolean fitsEvery(Storage storage) {
        return storage == Storage.INTEGER && least == Long.MIN_VALUE && greatest == Long.MAX_VALUE;
    }

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        if (storage == Storage.TEXT && affinity == Affinity.TEXT) {
            return digits(cells.text(column), vector, row);
        }
        return storage == Storage.INTEGER ? set(vector, row, cells.integer(column)) : Misfit.of(storage);
    }

    private @Nullable Misfit digits(ByteSlice text, Vector vector, int row) {
        try {
            return set(vector, row, Long.parseLong(text.utf8()));
        } catch (NumberFormatException none) {
            return Misfit.NO_NUMBER;
        }
    }

    private @Nullable Misfit set(Vector vector, int row, long value) {
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

    @Override
    public boolean write(Vector vector, int row, RecordCell cell) {
        return cell.integer(((LongVector) vector).get(row));
    }
}
