package io.github.dbsync.survey;

import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.PostgresDatabase;

/** Starts the project's own PostgreSQL when a sync needs it, and lets it run as long as its user wants. */
@FunctionalInterface
public interface EmbeddedServers {

    /**
     * The database of a running server: it is started at the first call, and the same at each further one.
     *
     * @throws io.github.dbsync.feedback.DbSyncException where it cannot be started
     */
    PostgresDatabase start(EmbeddedPostgres where);
}
