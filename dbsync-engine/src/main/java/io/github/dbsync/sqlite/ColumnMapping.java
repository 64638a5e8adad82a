package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Vector;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Both ways of one column, side by side: how its values are read from SQLite's storage into the carrier, and how the carrier
 * is stored, so that what was read comes back the same. Nulls are none of its business.
 */
interface ColumnMapping {

    /** Whether every value of a storage class fits, so that none needs to be looked at. */
    default boolean fitsEvery(Storage storage) {
        return false;
    }

    /**
     * Reads a value that is not null.
     *
     * @param storage the value's storage class
     * @return null where the value fits and was set, else why not
     */
    @Nullable
    Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException;

    /** What is stored for null. */
    default @Nullable Object writeNull() {
        return null;
    }

    /**
     * The value to store: a Long, a Double, a String or a byte array.
     *
     * @return null where the column's declared type would change the value
     */
    @Nullable
    Object write(Vector vector, int row);

    /**
     * Puts the value to store into a record, without an object of its own where the mapping can.
     *
     * @return false where the column's declared type would change the value
     */
    default boolean write(Vector vector, int row, RecordCell cell) {
        Object value = write(vector, row);
        return value != null && cell.value(value);
    }
}
