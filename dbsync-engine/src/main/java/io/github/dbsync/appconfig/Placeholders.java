package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.Secret;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ${name}} and {@code ${name:otherwise}} as Spring and MyBatis replace them. A name that nobody sets stays. */
final class Placeholders {

    /** An innermost one: what comes of it may be part of another one. */
    private static final Pattern INNERMOST = Pattern.compile("\\$\\{([^:{}]+)(?::([^{}]*))?}");

    private static final Pattern WHOLE = Pattern.compile("\\$\\{([^:{}]+)(?::(.*))?}", Pattern.DOTALL);
    private static final int DEEPEST = 20;

    private final Function<String, Optional<String>> values;

    /** @param values what names stand for */
    Placeholders(Function<String, Optional<String>> values) {
        this.values = values;
    }

    /** A value with everything put in that somebody sets. */
    String expand(String value) {
        String expanded = value;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Matcher found = INNERMOST.matcher(expanded);
            String next = found.replaceAll(placeholder -> Matcher.quoteReplacement(values.apply(placeholder.group(1))
                    .orElse(placeholder.group(2) == null ? placeholder.group() : placeholder.group(2))));
            if (next.equals(expanded)) {
                return expanded;
            }
            expanded = next;
        }
        return expanded;
    }

    /**
     * Where the value of a setting really stands: in another setting, where it is nothing but a placeholder for that one; or
     * behind the placeholder's colon; or else just there.
     *
     * @param settings the settings of names
     */
    static Setting follow(Setting setting, Function<String, Optional<Setting>> settings) {
        Setting followed = setting;
        for (int depth = 0; depth < DEEPEST; depth++) {
            Matcher whole = WHOLE.matcher(followed.written().reveal());
            if (!whole.matches() || !isBalanced(whole.group(2))) {
                return followed;
            }
            Optional<Setting> named = settings.apply(whole.group(1));
            if (named.isEmpty() && whole.group(2) == null) {
                return followed;
            }
            followed = named.isPresent() ? named.get() : otherwise(followed, whole.group(1), whole.group(2));
        }
        return followed;
    }

    private static Setting otherwise(Setting setting, String name, String value) {
        Notation enclosing = setting.quoting();
        Notation within = changed -> enclosing.write("${" + name + ":" + changed + "}");
        return new Setting(setting.file(), setting.span(), within, name, new Secret(value));
    }

    /** Whether the brace at the end closes the one at the beginning, as it does not in {@code ${a:b}/${c}}. */
    private static boolean isBalanced(String otherwise) {
        int open = 0;
        for (int i = 0; otherwise != null && i < otherwise.length(); i++) {
            open += otherwise.charAt(i) == '{' ? 1 : otherwise.charAt(i) == '}' ? -1 : 0;
            if (open < 0) {
                return false;
            }
        }
        return true;
    }
}
