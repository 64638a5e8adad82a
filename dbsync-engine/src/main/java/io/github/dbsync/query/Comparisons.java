package io.github.dbsync.query;

import java.util.Set;

/** Says comparisons, where both sides compare alike. Stateless. */
final class Comparisons {

    private static final Set<String> EQUALITIES = Set.of("=", "<>");

    private Comparisons() {}

    static Phrase compare(Phrase left, String operator, Phrase right, ViewDialect target)
            throws NotTranslatableException {
        Comparison needed = EQUALITIES.contains(operator) ? Comparison.EQUALITY : Comparison.ORDER;
        String sql = "(" + comparable(left, right, needed, target) + " " + operator + " "
                + comparable(right, left, needed, target) + ")";
        return left.with(right, sql, Phrase.TRUTH, Comparison.ORDER);
    }

    /** A phrase in a form that can be compared with another: 0 and 1 beside a truth value are truth values too. */
    static String comparable(Phrase phrase, Phrase other, Comparison needed, ViewDialect target)
            throws NotTranslatableException {
        if (isDigitBeside(phrase, other)) {
            return target.truth(phrase.sql().equals("1"));
        }
        if (!isDigitBeside(other, phrase)) {
            require(phrase, other, needed);
        }
        return phrase.sql();
    }

    private static boolean isDigitBeside(Phrase phrase, Phrase other) {
        return other.isTruth()
                && phrase.isInteger()
                && phrase.constant()
                && phrase.sql().matches("[01]");
    }

    private static void require(Phrase phrase, Phrase other, Comparison needed) throws NotTranslatableException {
        phrase.typeWith(other);
        if (!phrase.comparisonWith(other).suffices(needed)) {
            throw new NotTranslatableException(
                    needed == Comparison.ORDER
                            ? "the two sides may order " + shorter(phrase, other) + " differently"
                            : "the two sides may compare " + shorter(phrase, other) + " differently");
        }
    }

    private static String shorter(Phrase phrase, Phrase other) {
        return phrase.constant() ? other.sql() : phrase.sql();
    }

    /** That equal values are the same for both sides, as grouping and DISTINCT need it. */
    static void requireEquality(Phrase phrase) throws NotTranslatableException {
        require(phrase, phrase, Comparison.EQUALITY);
    }

    /** That both sides order its values alike. */
    static void requireOrder(Phrase phrase) throws NotTranslatableException {
        require(phrase, phrase, Comparison.ORDER);
    }
}
