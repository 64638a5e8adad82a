package io.github.dbsync.appconfig;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ${NAME}} and {@code ${NAME:-otherwise}} in a value, as dotenv-expand replaces them. A name that nobody sets
 * stays as it is written; {@code $NAME} without braces does too, for a password may well hold a dollar sign.
 */
final class EnvExpansion {

    private static final Pattern REFERENCE = Pattern.compile("(?<!\\\\)\\$\\{(\\w+)(?::?-([^}]*))?\\}");
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
                    .replaceAll(reference -> Matcher.quoteReplacement(
                            replacement(reference.group(), reference.group(1), reference.group(2))));
            if (next.equals(expanded)) {
                return expanded;
            }
            expanded = next;
        }
        return expanded;
    }

    private String replacement(String reference, String name, String otherwise) {
        String value = variables.get(name);
        if (value != null && !value.isEmpty()) {
            return value;
        }
        return otherwise == null ? reference : otherwise;
    }
}
