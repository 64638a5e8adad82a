package io.github.dbsync.dialect;

import io.github.dbsync.batch.Batch;
import java.io.IOException;
import java.io.OutputStream;

/** How the rows of one table stand in a script: written and read side by side. Used by one thread at a time. */
public interface DumpedRows {

    /** What stands before the rows. */
    String head();

    /** Writes all rows of a batch. */
    void write(Batch batch, OutputStream out) throws IOException;

    /**
     * Reads one row into the next row of a batch, which the caller ends.
     *
     * @throws DumpDamagedException where what stands there is not what {@link #write} writes
     */
    void read(DumpInput in, Batch batch) throws IOException;

    /** What stands after the rows. */
    String tail();
}
