package io.github.dbsync.appconfig;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code $NAME}, {@code ${NAME}} and {@code ${NAME:-otherwise}} in a value, as dotenv-expand replaces them; a backslash
 * before the dollar sign makes it one. A name that nobody sets stays as it is written, for a password may well hold a
 * dollar sign.
 */
final class EnvExpansion {

    private static final Pattern REFERENCE =
            Pattern.compile("(?<!\\\\)\\$(?:\\{(\\w+)(?::?-([^}]*))?\\}|([A-Za-z_]\\w*))");
    private static final int DEEPEST = 10;

    private final Map<String, String> variables;

    private EnvExpansion(Map<String, String> variables) {
        this.variables = variables;
    }

    static EnvExpansion of(Map<String, String> variables) {
        return new EnvExpansion(Map.copyOf(variables));
    }

    String expand(String value) {
        String expanded = value;
        for (int depth = 0; depth < DEEPEST; depth++) {
            String next = REFERENCE
                    .matcher(expanded)
                    .replaceAll(reference -> Matcher.quoteReplacement(replacement(reference)));
            if (next.equals(expanded)) {
                break;
            }
            expanded = next;
        }
        return expanded.replace("\\$", "$");
    }

    private String replacement(MatchResult reference) {
        String name = reference.group(1) == null ? reference.group(3) : reference.group(1);
        String value = variables.get(name);
        if (value != null && !value.isEmpty()) {
            return value;
        }
        String otherwise = reference.group(2);
        return otherwise == null ? reference.group() : otherwise;
    }
}
