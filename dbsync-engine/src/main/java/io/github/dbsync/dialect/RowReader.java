package io.github.dbsync.dialect;

import io.github.dbsync.batch.Batch;

/** The rows of one table, read once from first to last. Used by one thread at a time. */
public interface RowReader extends AutoCloseable {

    /**
     * Clears the batch and fills it with the next rows.
     *
     * @return false where there were none left, and the batch is empty
     */
    boolean next(Batch batch);

    @Override
    void close();
}
