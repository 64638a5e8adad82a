package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.LogicalType;
import org.jspecify.annotations.Nullable;

/**
 * A part of a portable expression as PostgreSQL says it, with the type that decides what it goes together with.
 *
 * @param kind its type
 * @param sql the SQL
 * @param rule how it compares where it is text
 * @param digit 0 or 1 where it is that literal, which SQLite also uses for truth; else null
 */
record Term(Kind kind, String sql, TextRule rule, @Nullable String digit) {

    /** A term that is no text, or one that compares by bytes. */
    Term(Kind kind, String sql) {
        this(kind, sql, TextRule.BYTES, null);
    }

    /** What a term is. An opaque one can only be asked whether it is null. */
    enum Kind {
        TRUTH,
        NUMBER,
        TEXT,
        NULL,
        OPAQUE
    }

    /** How a text compares. */
    enum TextRule {
        /** By bytes, order included. */
        BYTES,
        /** Equal texts are equal bytes; the order is a language's. */
        EQUAL_BYTES,
        /** Different bytes may be equal. */
        OTHER
    }

    /** SQLite would take it, PostgreSQL would not, or would mean something else. */
    static final class IllTyped extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static Term ofColumn(Column column, TextRule rule) {
        Kind kind = kindOf(column.logical());
        return new Term(kind, Quoting.name(column.name()), kind == Kind.TEXT ? rule : TextRule.BYTES, null);
    }

    static Kind kindOf(LogicalType type) {
        if (type instanceof LogicalType.Bool) {
            return Kind.TRUTH;
        } else if (type instanceof LogicalType.Int
                || type instanceof LogicalType.Float
                || type instanceof LogicalType.Decimal) {
            return Kind.NUMBER;
        }
        return type instanceof LogicalType.Text text && !text.padded() ? Kind.TEXT : Kind.OPAQUE;
    }

    static Term ofText(String text) throws IllTyped {
        require(text.indexOf('\0') < 0);
        return new Term(Kind.TEXT, Quoting.literal(text));
    }

    static Term ofNumber(String digits) throws IllTyped {
        require(digits.matches("-?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?"));
        boolean truth = digits.equals("0") || digits.equals("1");
        String sql = digits.startsWith("-") ? "(" + digits + ")" : digits;
        return new Term(Kind.NUMBER, sql, TextRule.BYTES, truth ? digits : null);
    }

    /** A condition: a number is one too, in SQLite, where it is not 0. */
    Term truth() throws IllTyped {
        if (kind == Kind.NUMBER) {
            return new Term(Kind.TRUTH, "(" + sql + " <> 0)");
        }
        require(kind == Kind.TRUTH || kind == Kind.NULL);
        return this;
    }

    /**
     * This term in a form that can be compared with another one.
     *
     * @param ordered whether the comparison is one of order
     */
    Term comparableWith(Term other, boolean ordered) throws IllTyped {
        if (other.kind == Kind.TRUTH && digit != null) {
            return new Term(Kind.TRUTH, digit.equals("1") ? "true" : "false");
        }
        boolean ofTruth = kind == Kind.TRUTH && other.digit != null && !ordered;
        require(ofTruth
                || kind == Kind.NULL
                || other.kind == Kind.NULL
                || (kind == other.kind && compares(other, ordered)));
        return this;
    }

    private boolean compares(Term other, boolean ordered) {
        return switch (kind) {
            case NUMBER, NULL -> true;
            case TRUTH -> !ordered;
            case TEXT -> weaker(other) == TextRule.BYTES || (weaker(other) == TextRule.EQUAL_BYTES && !ordered);
            case OPAQUE -> false;
        };
    }

    /** The rule by which this text and another one together compare. */
    TextRule weaker(Term other) {
        return rule.compareTo(other.rule) > 0 ? rule : other.rule;
    }

    Term compared(String operator, Term right, boolean ordered) throws IllTyped {
        Term agreedLeft = comparableWith(right, ordered);
        Term agreedRight = right.comparableWith(this, ordered);
        return new Term(Kind.TRUTH, "(" + agreedLeft.sql + " " + operator + " " + agreedRight.sql + ")");
    }

    Term calculated(String operator, Term right) throws IllTyped {
        require(kind == Kind.NUMBER && right.kind == Kind.NUMBER);
        return new Term(Kind.NUMBER, "(" + sql + " " + operator + " " + right.sql + ")");
    }

    Term concatenated(Term right) throws IllTyped {
        require(kind == Kind.TEXT && right.kind == Kind.TEXT);
        return new Term(Kind.TEXT, "(" + sql + " || " + right.sql + ")", weaker(right), null);
    }

    Term negated() throws IllTyped {
        require(kind == Kind.NUMBER);
        return new Term(Kind.NUMBER, "(- " + sql + ")");
    }

    /** A function of one argument that gives back what it takes. */
    Term within(String function, Kind argument) throws IllTyped {
        require(kind == argument);
        return new Term(kind, function + "(" + sql + ")", rule, null);
    }

    /** What of this term depends on its bytes only. */
    Term bytewise() throws IllTyped {
        require(rule == TextRule.BYTES);
        return this;
    }

    static void require(boolean wellTyped) throws IllTyped {
        if (!wellTyped) {
            throw new IllTyped();
        }
    }
}
