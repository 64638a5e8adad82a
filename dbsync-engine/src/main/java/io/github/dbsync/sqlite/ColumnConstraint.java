package io.github.dbsync.sqlite;

import io.github.dbsync.sqlite.StoredTable.StoredColumn;
import io.github.dbsync.sqlite.file.SerialType;

/**
 * What an insert asks of a value by its column alone.
 *
 * @param notNull whether it must not be null
 * @param type what else it must be
 */
record ColumnConstraint(boolean notNull, StrictType type) {

    /** @param strict whether the table is STRICT */
    static ColumnConstraint of(StoredColumn column, boolean strict) {
        return new ColumnConstraint(column.notNull(), StrictType.of(column.declared(), strict));
    }

    /** Whether the column takes a value of a {@link SerialType}. */
    boolean takes(long serialType) {
        return serialType == SerialType.NULL ? !notNull : type.takes(serialType);
    }
}
