package io.github.dbsync.endpoint;

import io.github.dbsync.feedback.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.postgresql.Driver;

/** The JDBC driver's own URL: {@code jdbc:postgresql://host:port/database?user=..&password=..}. */
final class JdbcPostgresUrl {

    private static final int PREFIX = "jdbc:postgresql:".length();

    /** The driver's words for what libpq's settings call otherwise. */
    private static final Map<String, String> SETTINGS =
            Map.of("user", "user", "password", "password", "currentSchema", "schema", "PGDBNAME", "dbname");

    private final UrlContext context;
    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, String> parameters = new LinkedHashMap<>();
    private final List<Problem> findings = new ArrayList<>();

    private JdbcPostgresUrl(UrlContext context) {
        this.context = context;
    }

    static DatabaseUrl parse(String url, UrlContext context) {
        return new JdbcPostgresUrl(context).parse(url.substring(PREFIX));
    }

    /** The URL; the user and the password are in it only where nothing beside it says them. */
    static String format(PostgresDatabase database, UrlContext context) {
        String host = database.host().indexOf(':') >= 0 ? "[" + database.host() + "]" : database.host();
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        if (!database.user().equals(context.user())) {
            query.add("user=" + PercentEncoding.encode(database.user()));
        }
        Secret password = database.password();
        if (password != null && !password.equals(context.password())) {
            query.add("password=" + PercentEncoding.encode(password.reveal()));
        }
        if (database.schema() != null) {
            query.add("currentSchema=" + PercentEncoding.encode(database.schema()));
        }
        new TreeMap<>(database.parameters())
                .forEach((name, value) -> query.add(name + "=" + PercentEncoding.encode(value)));
        return "jdbc:postgresql://" + host + ":" + database.port() + "/" + PercentEncoding.encode(database.database())
                + query;
    }

    static boolean isKnownToDriver(String parameter) {
        return Arrays.stream(new Driver().getPropertyInfo("jdbc:postgresql:///", new Properties()))
                .anyMatch(known -> known.name.equals(parameter));
    }

    private DatabaseUrl parse(String rest) {
        int question = rest.indexOf('?');
        String query = question < 0 ? "" : rest.substring(question + 1);
        Arrays.stream(query.split("&", -1)).forEach(this::parameter);
        DatabaseUrl plain = PostgresUrl.parse(libpqUrl(question < 0 ? rest : rest.substring(0, question)), context);
        findings.addAll(0, plain.findings());
        return new DatabaseUrl(((PostgresDatabase) plain.endpoint()).withParameters(parameters), findings);
    }

    private void parameter(String parameter) {
        String[] nameAndValue = parameter.split("=", 2);
        String name = nameAndValue[0];
        String value = nameAndValue.length < 2 ? "" : decoded(nameAndValue[1]);
        if (SETTINGS.containsKey(name)) {
            settings.put(SETTINGS.get(name), value);
        } else if (isKnownToDriver(name)) {
            parameters.put(name, value);
        } else if (!name.isEmpty()) {
            findings.add(context.ignored(shown(name), "the PostgreSQL JDBC driver knows no such parameter", ""));
        }
    }

    /** The driver decodes as forms are encoded, with a plus sign for a blank. */
    private String decoded(String value) {
        return PercentEncoding.decode(value.replace("+", "%20"), context);
    }

    /** What is no parameter's name may be half a password. */
    private static String shown(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_.]*") ? name : "?";
    }

    private String libpqUrl(String place) {
        StringJoiner query = new StringJoiner("&", "?", "");
        settings.forEach((name, value) -> query.add(name + "=" + PercentEncoding.encode(value)));
        return "postgresql:" + (place.startsWith("/") ? place : "///" + place) + query;
    }
}
