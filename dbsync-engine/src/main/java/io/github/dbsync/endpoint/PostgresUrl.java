package io.github.dbsync.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code postgresql://user:password@host:port/database?parameter=value} as libpq reads it (PostgreSQL docs, 34.1.1.2),
 * with Prisma's parameters.
 */
final class PostgresUrl {

    private static final Pattern SCHEME = Pattern.compile("^postgres(?:ql)?:(?://)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern PARAMETER_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.]*");
    private static final String ENCODE =
            "Write @ : / ? # [ ] in a user, password or database percent-encoded (@ is %40,"
                    + " : is %3A, / is %2F, ? is %3F, # is %23), and put the URL in double quotes in a .env file";

    private PostgresUrl() {}

    static DatabaseUrl parse(String url, UrlContext context) {
        String rest = SCHEME.matcher(url).replaceFirst("");
        if (rest.indexOf('#') >= 0) {
            throw context.notUnderstood("a # ends a URL, and something follows it", ENCODE);
        }
        int question = rest.indexOf('?');
        if (question >= 0 && rest.indexOf('@') > question) {
            throw context.notUnderstood("an @ stands behind the question mark, where no user and password end", ENCODE);
        }
        String beforeQuery = question < 0 ? rest : rest.substring(0, question);
        int slash = beforeQuery.indexOf('/');
        Map<String, String> settings = new LinkedHashMap<>();
        authority(slash < 0 ? beforeQuery : beforeQuery.substring(0, slash), settings, context);
        database(slash < 0 ? "" : beforeQuery.substring(slash + 1), settings, context);
        query(question < 0 ? "" : rest.substring(question + 1), settings, context);
        return PostgresSettings.interpret(settings, context);
    }

    static String format(PostgresDatabase database) {
        StringBuilder url = new StringBuilder("postgresql://").append(PercentEncoding.encode(database.user()));
        Secret password = database.password();
        if (password != null) {
            url.append(':').append(PercentEncoding.encode(password.reveal()));
        }
        boolean ipv6 = database.host().indexOf(':') >= 0;
        url.append('@').append(ipv6 ? "[" + database.host() + "]" : PercentEncoding.encode(database.host()));
        url.append(':').append(database.port()).append('/').append(PercentEncoding.encode(database.database()));
        char separator = '?';
        for (Map.Entry<String, String> setting :
                PostgresSettings.parameters(database).entrySet()) {
            url.append(separator)
                    .append(setting.getKey())
                    .append('=')
                    .append(PercentEncoding.encode(setting.getValue()));
            separator = '&';
        }
        return url.toString();
    }

    private static void authority(String authority, Map<String, String> settings, UrlContext context) {
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            userInfo(authority.substring(0, at), settings, context);
        }
        hostAndPort(authority.substring(at + 1), settings, context);
    }

    private static void userInfo(String userInfo, Map<String, String> settings, UrlContext context) {
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        put("user", PercentEncoding.decode(user, context), settings);
        if (colon >= 0) {
            put("password", PercentEncoding.decode(userInfo.substring(colon + 1), context), settings);
        }
    }

    private static void hostAndPort(String text, Map<String, String> settings, UrlContext context) {
        if (text.startsWith("[")) {
            int bracket = text.indexOf(']');
            if (bracket < 0 || (bracket + 1 < text.length() && text.charAt(bracket + 1) != ':')) {
                throw context.notUnderstood("an IPv6 address is not closed by ]", "Write it as [::1]:5432");
            }
            put("host", text.substring(1, bracket), settings);
            put("port", text.substring(Math.min(bracket + 2, text.length())), settings);
            return;
        }
        int colon = text.indexOf(':');
        put("host", PercentEncoding.decode(colon < 0 ? text : text.substring(0, colon), context), settings);
        put("port", colon < 0 ? "" : text.substring(colon + 1), settings);
    }

    private static void database(String path, Map<String, String> settings, UrlContext context) {
        if (path.indexOf('/') >= 0 || path.indexOf('@') >= 0) {
            throw context.notUnderstood("behind the host stands more than a database's name", ENCODE);
        }
        put("dbname", PercentEncoding.decode(path, context), settings);
    }

    private static void query(String query, Map<String, String> settings, UrlContext context) {
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (parameter.isEmpty()) {
                continue;
            }
            if (equals < 0 || !PARAMETER_NAME.matcher(name).matches()) {
                throw context.notUnderstood("behind the question mark stands something else than name=value", ENCODE);
            }
            put(name, PercentEncoding.decode(parameter.substring(equals + 1), context), settings);
        }
    }

    private static void put(String name, String value, Map<String, String> settings) {
        if (!value.isEmpty()) {
            settings.put(name, value);
        }
    }
}
