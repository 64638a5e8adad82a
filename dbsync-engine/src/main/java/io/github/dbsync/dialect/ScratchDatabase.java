package io.github.dbsync.dialect;

import io.github.dbsync.endpoint.Endpoint;

/**
 * A database to try things in: empty at first, and gone when it is closed. Used by one thread at a time. Every method throws
 * {@link io.github.dbsync.feedback.DbSyncException} where the database refuses.
 */
public interface ScratchDatabase extends AutoCloseable {

    /** Where it is, to be opened beside. */
    Endpoint endpoint();

    /** Runs a statement as the database's shell would: on its own, unless the statements before began a transaction. */
    void execute(Statement statement);

    @Override
    void close();
}
