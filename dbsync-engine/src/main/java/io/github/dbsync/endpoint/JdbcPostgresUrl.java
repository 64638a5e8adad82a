package io.github.dbsync.endpoint;

import io.github.dbsync.feedback.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;

/** The JDBC driver's own URL: {@code jdbc:postgresql://host:port/database?user=..&password=..}. */
final class JdbcPostgresUrl {

    private static final int PREFIX = "jdbc:postgresql:".length();

    /** The driver's words for what libpq's settings call otherwise. */
    private static final Map<String, String> SETTINGS =
            Map.of("user", "user", "password", "password", "currentSchema", "schema", "PGDBNAME", "dbname");

    private JdbcPostgresUrl() {}

    static DatabaseUrl parse(String url, UrlContext context) {
        String rest = url.substring(PREFIX);
        int question = rest.indexOf('?');
        String place = question < 0 ? rest : rest.substring(0, question);
        Map<String, String> settings = new LinkedHashMap<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        List<Problem> findings = new ArrayList<>();
        for (String parameter : (question < 0 ? "" : rest.substring(question + 1)).split("&", -1)) {
            read(parameter, settings, parameters, findings, context);
        }
        String libpq = place.startsWith("/") ? "postgresql:" + place : "postgresql:///" + place;
        return combine(libpq, settings, parameters, findings, context);
    }

    private static void read(
            String parameter,
            Map<String, String> settings,
            Map<String, String> parameters,
            List<Problem> findings,
            UrlContext context) {
        String[] nameAndValue = parameter.split("=", 2);
        String name = nameAndValue[0];
        String value = nameAndValue.length < 2 ? "" : PercentEncoding.decode(nameAndValue[1], context);
        if (SETTINGS.containsKey(name)) {
            settings.put(SETTINGS.get(name), value);
        } else if (isKnownToDriver(name)) {
            parameters.put(name, value);
        } else if (!name.isEmpty()) {
            findings.add(context.ignored(shown(name), "the PostgreSQL JDBC driver knows no such parameter", ""));
        }
    }

    static boolean isKnownToDriver(String parameter) {
        return Arrays.stream(new Driver().getPropertyInfo("jdbc:postgresql:///", new Properties()))
                .anyMatch(known -> known.name.equals(parameter));
    }

    private static String shown(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9_.]*") ? name : "?";
    }

    private static DatabaseUrl combine(
            String place,
            Map<String, String> settings,
            Map<String, String> parameters,
            List<Problem> findings,
            UrlContext context) {
        StringBuilder url = new StringBuilder(place);
        char separator = '?';
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            url.append(separator)
                    .append(setting.getKey())
                    .append('=')
                    .append(PercentEncoding.encode(setting.getValue()));
            separator = '&';
        }
        DatabaseUrl plain = PostgresUrl.parse(url.toString(), context);
        PostgresDatabase database = (PostgresDatabase) plain.endpoint();
        findings.addAll(0, plain.findings());
        return new DatabaseUrl(database.withParameters(parameters), findings);
    }
}
