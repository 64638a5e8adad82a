package io.github.dbsync.sqlite;

import java.sql.SQLException;

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

    @Override
    void close() throws SQLException;
}
