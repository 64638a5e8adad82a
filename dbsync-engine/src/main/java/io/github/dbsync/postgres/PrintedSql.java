package io.github.dbsync.postgres;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQL as PostgreSQL prints it of its own expressions.
 *
 * <p>{@code v IN ('x', 'y')} with a {@code varchar} on the left is printed as {@code (v)::text = ANY ((ARRAY['x'::character
 * varying, 'y'::character varying])::text[])}. Read back, the cast of the array becomes one of each element (PostgreSQL's
 * {@code transformArrayExpr}), and is then printed so. Without that cast PostgreSQL adds the very one that it had.
 */
final class PrintedSql {

    private static final String LITERAL = "'(?:[^']++|'')*+'";

    private static final Pattern LITERAL_OR_CAST = Pattern.compile(
            LITERAL + "|\"(?:[^\"]++|\"\")*+\"|\\$(\\w*)\\$.*?\\$\\1\\$|(ANY|ALL) \\(\\(ARRAY\\[((?:" + LITERAL
                    + "|[^'\"\\[\\]]++)*+)\\]\\)::text\\[\\]\\)",
            Pattern.DOTALL);

    private static final Pattern VARCHAR = Pattern.compile("::character varying(?:\\(\\d+\\))?$");

    private PrintedSql() {}

    /** The same said so that PostgreSQL, having read it, prints again what it printed. */
    static String rereadable(String printed) {
        return LITERAL_OR_CAST.matcher(printed).replaceAll(found -> Matcher.quoteReplacement(withoutCast(found)));
    }

    private static String withoutCast(MatchResult found) {
        String elements = found.group(3);
        return elements != null && VARCHAR.matcher(elements).find()
                ? found.group(2) + " (ARRAY[" + elements + "])"
                : found.group();
    }
}
