package io.github.dbsync.sqlite;

import java.sql.SQLException;
import java.util.Optional;

/** Goes over the rows of a table in the order of their rowids or key; for one thread. */
interface RowCursor extends AutoCloseable {

    /**
     * Goes on to the next row; false after the last.
     *
     * @throws io.github.dbsync.feedback.DbSyncException where the file is damaged
     */
    boolean next() throws SQLException;

    /** The values of the row; always the same object, which changes with {@link #next()}. */
    Cells cells();

    /** From which rowid to which the rows go that it has come to; empty where it has come to none, or does not know. */
    default Optional<IntegerRange> rowids() {
        return Optional.empty();
    }

    @Override
    void close() throws SQLException;
}
