package io.github.dbsync.endpoint;

import io.github.dbsync.feedback.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the settings of a PostgreSQL connection mean, whichever syntax named them: libpq's keywords (PostgreSQL docs,
 * 34.1.2) and Prisma's ("PostgreSQL database connector", arguments), in the JDBC driver's words.
 */
final class PostgresSettings {

    private static final int DEFAULT_PORT = 5432;
    private static final Set<String> PLACE = Set.of("host", "hostaddr", "port", "dbname", "user", "password", "schema");

    /** libpq's and Prisma's keywords, and what the driver calls them where the value is the same. */
    private static final Map<String, String> JDBC_NAMES = Map.of(
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "connect_timeout", "connectTimeout",
            "gssencmode", "gssEncMode",
            "krbsrvname", "kerberosServerName",
            "options", "options",
            "require_auth", "requireAuth",
            "sslnegotiation", "sslNegotiation",
            "sslpassword", "sslpassword");

    /** Pools, statement caches and waits of the application: nothing that dbsync's one connection should follow. */
    private static final Set<String> HARMLESS = Set.of(
            "client_encoding",
            "connection_limit",
            "fallback_application_name",
            "keepalives",
            "keepalives_count",
            "keepalives_idle",
            "keepalives_interval",
            "max_connection_lifetime",
            "max_idle_connection_lifetime",
            "pgbouncer",
            "pool_timeout",
            "single_use_connections",
            "socket_timeout",
            "sslcompression",
            "statement_cache_size",
            "tcp_user_timeout",
            "uselibpqcompat");

    /** The environment variables that stand in for keywords (PostgreSQL docs, 34.15). */
    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("PGHOST", "host"),
            Map.entry("PGPORT", "port"),
            Map.entry("PGDATABASE", "dbname"),
            Map.entry("PGUSER", "user"),
            Map.entry("PGOPTIONS", "options"),
            Map.entry("PGCONNECT_TIMEOUT", "connect_timeout"),
            Map.entry("PGCHANNELBINDING", "channel_binding"),
            Map.entry("PGREQUIREAUTH", "require_auth"),
            Map.entry("PGGSSENCMODE", "gssencmode"),
            Map.entry("PGKRBSRVNAME", "krbsrvname"),
            Map.entry("PGSSLNEGOTIATION", "sslnegotiation"),
            Map.entry("PGSSLMODE", "sslmode"),
            Map.entry("PGSSLCERT", "sslcert"),
            Map.entry("PGSSLKEY", "sslkey"),
            Map.entry("PGSSLROOTCERT", "sslrootcert"),
            Map.entry("PGTARGETSESSIONATTRS", "target_session_attrs"));

    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    private final Map<String, String> settings;
    private final UrlContext context;
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<Problem> findings = new ArrayList<>();

    private PostgresSettings(Map<String, String> settings, UrlContext context) {
        this.settings = settings;
        this.context = context;
    }

    /** The database that settings lead to; what they leave out stands beside, or is as libpq has it, from its variables on. */
    static DatabaseUrl interpret(Map<String, String> settings, UrlContext context) {
        Map<String, String> all = new LinkedHashMap<>(settings);
        context.login().forEach(all::putIfAbsent);
        VARIABLES.forEach((variable, keyword) -> {
            String value = context.environment().getOrDefault(variable, "");
            if (!value.isEmpty()) {
                all.putIfAbsent(keyword, value);
            }
        });
        return new PostgresSettings(all, context).interpret();
    }

    /** The parameters of a URL of a database, in libpq's and Prisma's words; those of the driver alone are left out. */
    static Map<String, String> parameters(PostgresDatabase database) {
        Map<String, String> words = new LinkedHashMap<>();
        if (database.schema() != null) {
            words.put("schema", database.schema());
        }
        List.of("sslmode", "sslkey", "sslrootcert", "sslcert")
                .forEach(same -> putIfPresent(same, database.parameters().get(same), words));
        JDBC_NAMES.keySet().stream()
                .sorted()
                .forEach(name -> putIfPresent(name, database.parameters().get(JDBC_NAMES.get(name)), words));
        return words;
    }

    private DatabaseUrl interpret() {
        settings.forEach(this::parameter);
        certificates();
        String user = settings.getOrDefault("user", System.getProperty("user.name"));
        PostgresDatabase database = new PostgresDatabase(
                host(),
                port(),
                settings.getOrDefault("dbname", user),
                user,
                secret(settings.get("password")),
                secret(context.environment().get("PGPASSWORD")),
                settings.get("schema"),
                parameters);
        return new DatabaseUrl(database, findings);
    }

    private static @Nullable Secret secret(@Nullable String password) {
        return password == null || password.isEmpty() ? null : new Secret(password);
    }

    private String host() {
        String host = settings.getOrDefault("hostaddr", settings.getOrDefault("host", "localhost"));
        if (host.startsWith("/") || host.startsWith("@")) {
            throw context.notUnderstood(
                    "it leads to a Unix socket, and the JDBC driver speaks TCP only",
                    "Name the server's host and port: postgresql://user:password@localhost:5432/database");
        }
        if (host.indexOf(',') >= 0) {
            throw context.notUnderstood(
                    "it names several hosts, and dbsync must know which one it reads or writes",
                    "Name the primary server alone");
        }
        if (!host.matches("[\\p{L}\\p{N}._:%-]+")) {
            throw context.notUnderstood(
                    "its host is not a host's name", "Name a host, as in postgresql://host:5432/database");
        }
        return host;
    }

    private int port() {
        String port = settings.getOrDefault("port", Integer.toString(DEFAULT_PORT));
        if (port.indexOf(',') >= 0) {
            throw context.notUnderstood("it names several servers", "Name the primary server alone");
        }
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) < 1 || Integer.parseInt(port) > 65535) {
            throw context.notUnderstood(
                    "its port is not a number from 1 to 65535",
                    "Write postgresql://user:password@host:5432/database. Where a password holds @ : / ? or #, write these"
                            + " percent-encoded (@ is %40), and put the URL in double quotes in a .env file");
        }
        return Integer.parseInt(port);
    }

    private void parameter(String name, String value) {
        String jdbcName = JDBC_NAMES.get(name);
        if (jdbcName != null) {
            parameters.put(jdbcName, value);
            return;
        }
        switch (name) {
            case "sslmode" -> sslMode(value);
            case "sslaccept" -> sslAccept(value);
            case "target_session_attrs" -> sessionAttributes(value);
            case "sslcert", "sslkey", "sslrootcert", "sslidentity" -> {}
            default -> ignoreUnlessKnown(name);
        }
    }

    private void ignoreUnlessKnown(String name) {
        if (!PLACE.contains(name) && !HARMLESS.contains(name)) {
            findings.add(context.ignored(
                    name,
                    "dbsync knows no such parameter of PostgreSQL",
                    "Remove it if it says where or as whom to connect; otherwise nothing is to be done"));
        }
    }

    private void sslMode(String value) {
        String mode = value.equals("no-verify") ? "require" : value;
        if (!SSL_MODES.contains(mode)) {
            throw context.notUnderstood(
                    "its sslmode is none that PostgreSQL knows",
                    "Write sslmode=disable, allow, prefer, require, verify-ca or verify-full");
        }
        parameters.put("sslmode", mode);
    }

    private void sslAccept(String value) {
        if (value.equals("strict")) {
            findings.add(context.ignored(
                    "sslaccept",
                    "the server's certificate is checked by sslmode",
                    "Add sslmode=verify-full&sslrootcert=<file> to have it checked"));
        }
    }

    private void sessionAttributes(String value) {
        switch (value) {
            case "any" -> {}
            case "read-write", "primary" -> parameters.put("targetServerType", "primary");
            case "read-only", "standby" -> parameters.put("targetServerType", "secondary");
            case "prefer-standby" -> parameters.put("targetServerType", "preferSecondary");
            default -> ignoreUnlessKnown("target_session_attrs");
        }
    }

    /** A certificate with no key is the server's, as Prisma has it; with a key it is the client's, as libpq has it. */
    private void certificates() {
        String key = settings.getOrDefault("sslkey", settings.get("sslidentity"));
        putFile("sslkey", key);
        putFile("sslrootcert", settings.get("sslrootcert"));
        String certificate = settings.get("sslcert");
        boolean clients = key != null || settings.containsKey("sslrootcert");
        putFile(clients ? "sslcert" : "sslrootcert", certificate);
    }

    private void putFile(String name, @Nullable String file) {
        if (file != null) {
            Path path = context.prismaFolder().resolve(file);
            parameters.put(name, path.normalize().toString());
        }
    }

    private static void putIfPresent(String name, @Nullable String value, Map<String, String> words) {
        if (value != null) {
            words.put(name, value);
        }
    }
}
