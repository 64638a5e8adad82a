package io.github.dbsync.query;

import io.github.dbsync.catalog.LogicalType;
import java.util.Locale;
import java.util.Set;

/** Reads the aggregates of one SELECT, and knows whether there were any. */
final class AggregateReader {

    private static final Set<String> FUNCTIONS = Set.of("COUNT", "SUM", "MIN", "MAX");
    private static final String SUM = "sum(";

    private final Scope scope;
    private final ViewDialect target;
    private final boolean allowed;
    private boolean any;

    /** @param allowed whether there can be aggregates: not in WHERE, in ON, and inside of another */
    AggregateReader(Scope scope, ViewDialect target, boolean allowed) {
        this.scope = scope;
        this.target = target;
        this.allowed = allowed;
    }

    /** Whether an aggregate was read. */
    boolean any() {
        return any;
    }

    /**
     * Reads from the opening parenthesis up to the closing one.
     *
     * @param function the function's name in upper case
     */
    Phrase read(String function, TokenCursor tokens) throws NotTranslatableException {
        String name = function.toLowerCase(Locale.ROOT);
        if (!allowed || !FUNCTIONS.contains(function)) {
            throw new NotTranslatableException("it uses the function " + name);
        }
        any = true;
        return switch (function) {
            case "COUNT" -> count(tokens);
            case "SUM" -> sum(argument(tokens));
            default -> extreme(name, argument(tokens));
        };
    }

    private Phrase count(TokenCursor tokens) throws NotTranslatableException {
        if (tokens.accept("*")) {
            return Phrase.constant("count(*)", Phrase.INTEGER, Comparison.ORDER);
        }
        boolean distinct = tokens.accept("DISTINCT");
        Phrase argument = argument(tokens);
        if (distinct) {
            Comparisons.requireEquality(argument);
        }
        String sql = "count(" + (distinct ? "DISTINCT " : "") + argument.sql() + ")";
        return result(sql, Phrase.INTEGER);
    }

    /** A sum of 64 bit integers is a wider number in PostgreSQL and has no type before it is cast. */
    private static Phrase sum(Phrase argument) throws NotTranslatableException {
        if (!(argument.type() instanceof LogicalType.Int integer)) {
            throw new NotTranslatableException("it sums what is not of integers only");
        }
        String sql = SUM + argument.sql() + ")";
        return integer.bytes() < Long.BYTES
                ? result(sql, Phrase.INTEGER)
                : new Phrase(sql, null, Comparison.NONE, false, false);
    }

    /** Whether a phrase is a sum that has no type yet. */
    static boolean isSum(Phrase phrase) {
        return phrase.type() == null && phrase.sql().startsWith(SUM);
    }

    private static Phrase extreme(String function, Phrase argument) throws NotTranslatableException {
        if (!argument.isInteger() && !argument.isText()) {
            throw new NotTranslatableException("it takes the " + function + " of what is neither integer nor text");
        }
        Comparisons.requireOrder(argument);
        return new Phrase(
                function + "(" + argument.sql() + ")",
                argument.isText() ? Phrase.TEXT : argument.type(),
                argument.comparison(),
                false,
                false);
    }

    /** No aggregate is inside another. */
    private Phrase argument(TokenCursor tokens) throws NotTranslatableException {
        return new PhraseReader(tokens, scope, Set.of(), new AggregateReader(scope, target, false), target).value();
    }

    private static Phrase result(String sql, LogicalType type) {
        return new Phrase(sql, type, Comparison.ORDER, false, false);
    }
}
