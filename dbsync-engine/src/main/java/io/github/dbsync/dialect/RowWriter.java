package io.github.dbsync.dialect;

import io.github.dbsync.batch.Batch;

/** Takes the rows of one table. Used by one thread at a time. */
public interface RowWriter extends AutoCloseable {

    /** Writes all rows of a batch; the batch may be used again afterwards. */
    void write(Batch batch);

    /** Says that no more rows come. Without it, {@link #close()} gives up what was written. */
    void finish();

    @Override
    void close();
}
