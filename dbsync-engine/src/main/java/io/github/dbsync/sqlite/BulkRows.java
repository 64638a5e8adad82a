package io.github.dbsync.sqlite;

import io.github.dbsync.sqlite.file.BulkFile;
import io.github.dbsync.sqlite.file.RecordBuilder;
import java.io.IOException;

/** The rows of a table being filled, as records. Those that cannot be written as pages are kept for SQLite. Not thread-safe. */
interface BulkRows extends AutoCloseable {

    /**
     * Adds a row.
     *
     * @param rowid of a table that has them
     * @return false where SQLite will insert it, and put its keys into the indexes
     */
    boolean add(RecordBuilder row, long rowid) throws IOException;

    /**
     * Completes the table's b-tree.
     *
     * @return false where two rows are one to the table; it is then left empty
     */
    boolean fill(BulkFile file) throws IOException;

    /** Has SQLite insert what was kept for it; where it is not to be taken, SQLite says why. */
    void insertOthers(SqliteDatabase database) throws IOException;

    @Override
    void close() throws IOException;
}
