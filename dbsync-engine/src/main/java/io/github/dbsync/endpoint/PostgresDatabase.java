package io.github.dbsync.endpoint;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A database on a PostgreSQL server.
 *
 * @param host name or address; IPv6 without brackets
 * @param port the TCP port
 * @param database the database's name
 * @param user the role
 * @param password the password that the URL gives, or null
 * @param environmentPassword the password for where the URL gives none, or null; it is never written into a file
 * @param schema the schema that plain table names mean, or null where the URL names none (then {@code public}, and a
 *     PostgreSQL source is read in all its schemas)
 * @param parameters connection parameters in the JDBC driver's words, such as {@code sslmode}
 */
public record PostgresDatabase(
        String host,
        int port,
        String database,
        String user,
        @Nullable Secret password,
        @Nullable Secret environmentPassword,
        @Nullable String schema,
        Map<String, String> parameters)
        implements Endpoint {

    /** The schema that plain table names mean where nothing else is said. */
    public static final String PUBLIC = "public";

    public PostgresDatabase {
        requireNonNull(host, "host");
        requireNonNull(database, "database");
        requireNonNull(user, "user");
        parameters = Map.copyOf(parameters);
    }

    /** A database with what its URL gives alone. */
    public PostgresDatabase(
            String host,
            int port,
            String database,
            String user,
            @Nullable Secret password,
            @Nullable String schema,
            Map<String, String> parameters) {
        this(host, port, database, user, password, null, schema, parameters);
    }

    /** The password to log in with, where dbsync knows one. */
    public Optional<Secret> loginPassword() {
        return Optional.ofNullable(password).or(() -> Optional.ofNullable(environmentPassword));
    }

    /** The same database with further parameters of the JDBC driver. */
    public PostgresDatabase withParameters(Map<String, String> further) {
        Map<String, String> all = new HashMap<>(parameters);
        all.putAll(further);
        return new PostgresDatabase(host, port, database, user, password, environmentPassword, schema, all);
    }

    /** Whether its server runs on this machine, as far as the host's name tells. */
    public boolean isOnThisMachine() {
        return SameEnds.isLoopback(this);
    }

    /** The schema that plain table names mean. */
    public String schemaOrPublic() {
        return schema == null ? PUBLIC : schema;
    }

    @Override
    public String dialect() {
        return "postgresql";
    }

    @Override
    public String describe() {
        String shownHost = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return "PostgreSQL database " + database + " on " + shownHost + ":" + port + " as " + user
                + (schema == null ? "" : ", schema " + schema);
    }

    /** As {@link #describe()}: among the parameters may be a key's password. */
    @Override
    public String toString() {
        return describe();
    }
}
