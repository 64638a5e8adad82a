package io.github.dbsync.query;

import io.github.dbsync.catalog.LogicalType;
import org.jspecify.annotations.Nullable;

/**
 * A part of a view's query, said in the target's words.
 *
 * @param sql the SQL, in parentheses where something beside it could bind closer
 * @param type what its values mean, or null where that is not the same on both sides without a cast (NULL itself, the sum
 *     of 64 bit integers)
 * @param comparison how both sides compare its values
 * @param constant whether no column is in it
 * @param loose whether it has a column that the rows of a group need not agree on
 */
record Phrase(String sql, @Nullable LogicalType type, Comparison comparison, boolean constant, boolean loose) {

    static final LogicalType TRUTH = new LogicalType.Bool();
    static final LogicalType INTEGER = new LogicalType.Int(Long.BYTES);
    static final LogicalType TEXT = new LogicalType.Text(null, false);

    static Phrase constant(String sql, @Nullable LogicalType type, Comparison comparison) {
        return new Phrase(sql, type, comparison, true, false);
    }

    /** What is made of this and another: it has the columns of both. */
    Phrase with(Phrase other, String newSql, @Nullable LogicalType newType, Comparison newComparison) {
        return new Phrase(newSql, newType, newComparison, constant && other.constant, loose || other.loose);
    }

    Phrase as(String newSql, @Nullable LogicalType newType, Comparison newComparison) {
        return new Phrase(newSql, newType, newComparison, constant, loose);
    }

    Phrase settled() {
        return new Phrase(sql, type, comparison, constant, false);
    }

    boolean isTruth() {
        return type instanceof LogicalType.Bool;
    }

    boolean isInteger() {
        return type instanceof LogicalType.Int;
    }

    boolean isText() {
        return type instanceof LogicalType.Text text && !text.padded();
    }

    /** How this and another compare with each other: a literal follows the column beside it. */
    Comparison comparisonWith(Phrase other) {
        if (constant && isText()) {
            return other.comparison;
        }
        return other.constant && other.isText() ? comparison : comparison.weaker(other.comparison);
    }

    /** The type of values of which some are of this and some of the other. */
    LogicalType typeWith(Phrase other) throws NotTranslatableException {
        if (type == null || other.type == null) {
            throw new NotTranslatableException("it has a NULL or a sum without a type");
        }
        if (type.equals(other.type)) {
            return type;
        }
        if (isInteger() && other.isInteger()) {
            return INTEGER;
        }
        if (isText() && other.isText()) {
            return TEXT;
        }
        throw new NotTranslatableException("it mixes values of different types");
    }
}
