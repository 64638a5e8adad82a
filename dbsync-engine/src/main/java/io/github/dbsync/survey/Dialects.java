package io.github.dbsync.survey;

import io.github.dbsync.dialect.Dialect;
import io.github.dbsync.dialect.LiveTarget;
import io.github.dbsync.dialect.ScratchDatabase;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.postgres.PostgresDialect;
import io.github.dbsync.postgres.PostgresLiveTarget;
import io.github.dbsync.postgres.PostgresScratch;
import io.github.dbsync.postgres.PostgresSource;
import io.github.dbsync.postgres.PostgresTarget;
import io.github.dbsync.prisma.Provider;
import io.github.dbsync.sqlite.SqliteDialect;
import io.github.dbsync.sqlite.SqliteLiveTarget;
import io.github.dbsync.sqlite.SqliteScratch;
import io.github.dbsync.sqlite.SqliteSource;
import io.github.dbsync.sqlite.SqliteTarget;
import org.jspecify.annotations.Nullable;

/** The one place that knows which dialect speaks for which end. */
public final class Dialects {

    private final EmbeddedServers servers;

    public Dialects(EmbeddedServers servers) {
        this.servers = servers;
    }

    public static Dialect of(Endpoint endpoint) {
        return of(endpoint.dialect());
    }

    /** @param id {@code sqlite} or {@code postgresql} */
    public static Dialect of(String id) {
        return switch (Provider.of(id).orElseThrow()) {
            case SQLITE -> new SqliteDialect();
            case POSTGRESQL -> new PostgresDialect();
        };
    }

    /** The schema that plain names mean at an end; empty where it has no schemas. */
    public static String homeSchema(Endpoint endpoint) {
        if (endpoint instanceof PostgresDatabase database) {
            return database.schemaOrPublic();
        }
        return endpoint instanceof EmbeddedPostgres ? PostgresDatabase.PUBLIC : "";
    }

    /** The end as something to connect to: an embedded server is started. */
    public Endpoint running(Endpoint endpoint) {
        return endpoint instanceof EmbeddedPostgres embedded ? servers.start(embedded) : endpoint;
    }

    public Source source(Endpoint endpoint) {
        if (endpoint instanceof SqliteFile file) {
            return SqliteSource.open(file);
        }
        return PostgresSource.open(database(endpoint));
    }

    public Target target(Endpoint endpoint) {
        if (endpoint instanceof SqliteFile file) {
            return SqliteTarget.open(file);
        }
        return PostgresTarget.open(database(endpoint));
    }

    /** An end that stays and is given rows. */
    public LiveTarget liveTarget(Endpoint endpoint) {
        if (endpoint instanceof SqliteFile file) {
            return SqliteLiveTarget.open(file);
        }
        return PostgresLiveTarget.open(database(endpoint));
    }

    /**
     * An empty database to try things in.
     *
     * @param server the server for one of PostgreSQL, started where it is needed
     * @param schema the schema that plain names mean there, or null for the usual one
     */
    public ScratchDatabase scratch(Provider provider, EmbeddedPostgres server, @Nullable String schema) {
        return switch (provider) {
            case SQLITE -> SqliteScratch.create();
            case POSTGRESQL -> PostgresScratch.create(servers.start(server), schema);
        };
    }

    /**
     * An empty database that speaks the dialect of an end, and where plain names mean what they mean there.
     *
     * @param server the server for one of PostgreSQL, started where it is needed
     */
    public ScratchDatabase scratchLike(Endpoint end, EmbeddedPostgres server) {
        return scratch(Provider.of(end.dialect()).orElseThrow(), server, homeSchema(end));
    }

    private PostgresDatabase database(Endpoint endpoint) {
        if (running(endpoint) instanceof PostgresDatabase database) {
            return database;
        }
        throw new IllegalArgumentException("Not PostgreSQL: " + endpoint.describe());
    }
}
