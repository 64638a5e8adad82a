package io.github.dbsync.endpoint;

/** One end of a sync. */
public sealed interface Endpoint permits SqliteFile, PostgresDatabase, EmbeddedPostgres {

    /** The id of the dialect spoken there: {@code sqlite} or {@code postgresql}. */
    String dialect();

    /** The end for people: never with a secret. */
    String describe();
}
