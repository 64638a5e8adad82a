package io.github.dbsync.maven;

import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.survey.EmbeddedServers;
import java.util.Properties;
import org.apache.maven.plugin.logging.Log;

/**
 * Starts a project's embedded server and tells the phases after this one where it is.
 *
 * @param servers those of this run of Maven
 * @param resolver finds the binaries
 * @param version the release of PostgreSQL
 * @param properties the project's properties
 * @param log where it is announced
 */
record ProjectServers(SessionServers servers, BinariesResolver resolver, String version, Properties properties, Log log)
        implements EmbeddedServers {

    private static final String PREFIX = "dbsync.postgres.";

    @Override
    public PostgresDatabase start(EmbeddedPostgres where) {
        log.info("dbsync: PostgreSQL " + version + " in " + where.folder());
        PostgresDatabase database = servers.start(where, () -> resolver.resolve(version));
        publish(database);
        return database;
    }

    /** Surefire, Failsafe and others can use these as {@code ${dbsync.postgres.url}} and so on. */
    private void publish(PostgresDatabase database) {
        String password = database.password() == null ? "" : database.password().reveal();
        String address = database.host() + ":" + database.port() + "/" + database.database();
        properties.setProperty(
                PREFIX + "url", "jdbc:postgresql://" + address + "?user=" + database.user() + "&password=" + password);
        properties.setProperty(PREFIX + "host", database.host());
        properties.setProperty(PREFIX + "port", Integer.toString(database.port()));
        properties.setProperty(PREFIX + "database", database.database());
        properties.setProperty(PREFIX + "user", database.user());
        properties.setProperty(PREFIX + "password", password);
    }
}
