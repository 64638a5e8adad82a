package io.github.dbsync.maven;

import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.survey.EmbeddedServers;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.plugin.logging.Log;

/**
 * Starts a project's embedded server and tells the goals after this one where it is.
 *
 * @param servers those of this run of Maven
 * @param resolver finds the binaries
 * @param version the release of PostgreSQL
 * @param own the server of the project's own: nobody is told of any other
 * @param told the properties of the projects that are told
 * @param log where it is announced
 */
record ProjectServers(
        SessionServers servers,
        BinariesResolver resolver,
        String version,
        EmbeddedPostgres own,
        List<Properties> told,
        Log log)
        implements EmbeddedServers {

    private static final String PREFIX = "dbsync.postgres.";

    @Override
    public PostgresDatabase start(EmbeddedPostgres where) {
        PostgresDatabase database = servers.start(where, () -> binaries(where));
        if (where.equals(own)) {
            told.forEach(properties -> publish(database, properties));
        }
        return database;
    }

    private Path binaries(EmbeddedPostgres where) {
        log.info("dbsync: PostgreSQL " + version + " in " + where.folder());
        return resolver.resolve(version);
    }

    /** Surefire, Failsafe and others can use these as {@code ${dbsync.postgres.url}} and so on. */
    private static void publish(PostgresDatabase database, Properties properties) {
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
