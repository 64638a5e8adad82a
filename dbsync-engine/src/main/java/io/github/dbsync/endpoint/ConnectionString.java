package io.github.dbsync.endpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** libpq's keyword form, {@code host=localhost dbname=shop password='two words'} (PostgreSQL docs, 34.1.1.1). */
final class ConnectionString {

    private static final Pattern SETTING = Pattern.compile(
            "\\G\\s*([A-Za-z_]+)\\s*=\\s*(?:'((?:[^'\\\\]|\\\\.)*)'|((?:[^\\s'\\\\]|\\\\.)*))(?=\\s|$)\\s*");
    private static final String REMEDY = "Give postgresql://user:password@host:5432/database, or file:./dev.db";

    private ConnectionString() {}

    static DatabaseUrl parse(String text, String scheme, UrlContext context) {
        Map<String, String> settings = new LinkedHashMap<>();
        Matcher setting = SETTING.matcher(text);
        int end = 0;
        while (setting.find()) {
            String value = setting.group(2) == null ? setting.group(3) : setting.group(2);
            settings.put(setting.group(1), value.replaceAll("\\\\(.)", "$1"));
            end = setting.end();
        }
        if (settings.isEmpty() || end < text.length()) {
            throw context.notUnderstood(reason(scheme), REMEDY);
        }
        settings.values().removeIf(String::isEmpty);
        return PostgresSettings.interpret(settings, context);
    }

    private static String reason(String scheme) {
        return scheme.isEmpty()
                ? "it begins neither with postgresql:// nor with file:, nor is it a list of keyword=value"
                : "it begins with " + scheme + ", and dbsync moves between SQLite and PostgreSQL";
    }
}
