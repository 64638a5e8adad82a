package io.github.dbsync.query;

import io.github.dbsync.catalog.Expression.Token;
import io.github.dbsync.catalog.LogicalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads expressions and says them in the target's words, with every operator in parentheses of its own.
 *
 * <p>Left out for good reason: arithmetic (overflows differ, and so do division and decimal numbers), LIKE (blind to case in
 * SQLite), functions that know letters beyond ASCII on one side only, avg and sums of fractions (their digits differ).
 */
final class PhraseReader {

    private static final List<String> COMPARISONS = List.of("=", "<>", "<", ">", "<=", ">=");
    private static final Set<String> INTEGERS = Set.of("SMALLINT", "INTEGER", "BIGINT");
    private static final Set<String> TEXTS = Set.of("TEXT", "CHARACTER VARYING");

    /** The longest literals that are integers of 64 bits, whatever their digits. */
    private static final int SAFE_DIGITS = 18;

    private final TokenCursor tokens;
    private final Scope scope;
    private final Set<String> keys;
    private final AggregateReader aggregates;
    private final ViewDialect target;

    /**
     * @param keys what the rows are grouped by
     * @param aggregates what reads aggregates here
     */
    PhraseReader(TokenCursor tokens, Scope scope, Set<String> keys, AggregateReader aggregates, ViewDialect target) {
        this.tokens = tokens;
        this.scope = scope;
        this.keys = keys;
        this.aggregates = aggregates;
        this.target = target;
    }

    Phrase condition() throws NotTranslatableException {
        Phrase condition = value();
        requireTruth(condition);
        return condition;
    }

    Phrase value() throws NotTranslatableException {
        Phrase left = conjunction();
        while (tokens.accept("OR")) {
            left = joined(left, "OR", conjunction());
        }
        return left;
    }

    private Phrase conjunction() throws NotTranslatableException {
        Phrase left = negation();
        while (tokens.accept("AND")) {
            left = joined(left, "AND", negation());
        }
        return left;
    }

    private Phrase joined(Phrase left, String operator, Phrase right) throws NotTranslatableException {
        requireTruth(left);
        requireTruth(right);
        String sql = "(" + left.sql() + " " + operator + " " + right.sql() + ")";
        return left.with(right, sql, Phrase.TRUTH, Comparison.ORDER);
    }

    private Phrase negation() throws NotTranslatableException {
        if (!tokens.accept("NOT")) {
            return comparison();
        }
        Phrase operand = negation();
        requireTruth(operand);
        return operand.as("(NOT " + operand.sql() + ")", Phrase.TRUTH, Comparison.ORDER);
    }

    private void requireTruth(Phrase phrase) throws NotTranslatableException {
        if (!phrase.isTruth()) {
            throw tokens.atEnd()
                    ? new NotTranslatableException("it takes something for a condition that is none on both sides")
                    : tokens.unexpected();
        }
    }

    private Phrase comparison() throws NotTranslatableException {
        Phrase left = concatenation();
        for (String operator : COMPARISONS) {
            if (tokens.accept(operator)) {
                return Comparisons.compare(left, operator, concatenation(), target);
            }
        }
        if (tokens.accept("IS")) {
            String test = tokens.accept("NOT") ? " IS NOT NULL)" : " IS NULL)";
            tokens.expect("NULL");
            return left.as("(" + left.sql() + test, Phrase.TRUTH, Comparison.ORDER);
        }
        return membership(left);
    }

    private Phrase membership(Phrase left) throws NotTranslatableException {
        String not = tokens.accept("NOT") ? "NOT " : "";
        if (tokens.accept("IN")) {
            return members(left, not + "IN");
        }
        if (tokens.accept("BETWEEN")) {
            return range(left, not + "BETWEEN");
        }
        if (!not.isEmpty()) {
            throw tokens.unexpected();
        }
        return left;
    }

    private Phrase members(Phrase left, String operator) throws NotTranslatableException {
        tokens.expect("(");
        Phrase all = left;
        List<String> members = new ArrayList<>();
        do {
            Phrase member = concatenation();
            members.add(Comparisons.comparable(member, left, Comparison.EQUALITY, target));
            all = all.with(member, "", Phrase.TRUTH, Comparison.ORDER);
        } while (tokens.accept(","));
        tokens.expect(")");
        String sql = "(" + left.sql() + " " + operator + " (" + String.join(", ", members) + "))";
        return all.as(sql, Phrase.TRUTH, Comparison.ORDER);
    }

    private Phrase range(Phrase left, String operator) throws NotTranslatableException {
        Phrase low = concatenation();
        tokens.expect("AND");
        Phrase high = concatenation();
        String sql = "(" + left.sql() + " " + operator + " "
                + Comparisons.comparable(low, left, Comparison.ORDER, target) + " AND "
                + Comparisons.comparable(high, left, Comparison.ORDER, target) + ")";
        return left.with(low, "", Phrase.TRUTH, Comparison.ORDER).with(high, sql, Phrase.TRUTH, Comparison.ORDER);
    }

    private Phrase concatenation() throws NotTranslatableException {
        Phrase left = cast();
        while (tokens.accept("||")) {
            Phrase right = cast();
            if (!left.isText() || !right.isText()) {
                throw new NotTranslatableException("it joins something with || that is no text");
            }
            String sql = "(" + left.sql() + " || " + right.sql() + ")";
            left = left.with(right, sql, Phrase.TEXT, left.comparisonWith(right));
        }
        return left;
    }

    private Phrase cast() throws NotTranslatableException {
        Phrase phrase = primary();
        while (tokens.accept("::")) {
            phrase = cast(phrase, tokens.take());
        }
        return keys.contains(phrase.sql()) ? phrase.settled() : phrase;
    }

    /** Casts that change no value. The sum of 64 bit integers has no type before it is one. */
    private Phrase cast(Phrase operand, Token type) throws NotTranslatableException {
        String name = type instanceof Token.Word word ? word.word() : "";
        boolean sum = AggregateReader.isSum(operand);
        if (INTEGERS.contains(name) && operand.isInteger()) {
            return operand.as(operand.sql(), Phrase.INTEGER, operand.comparison());
        }
        if (name.equals("BIGINT") && sum) {
            return operand.as(target.bigint(operand.sql()), Phrase.INTEGER, Comparison.ORDER);
        }
        if (TEXTS.contains(name) && operand.isText()) {
            return operand;
        }
        throw new NotTranslatableException("it casts to " + name.toLowerCase(Locale.ROOT));
    }

    private Phrase primary() throws NotTranslatableException {
        Token token = tokens.take();
        if (token instanceof Token.Name name) {
            return named(name.column());
        } else if (token instanceof Token.Text text) {
            return Phrase.constant(target.text(text.value()), Phrase.TEXT, Comparison.ORDER);
        } else if (token instanceof Token.Number number) {
            return number(number.digits());
        }
        return word(((Token.Word) token).word());
    }

    private static Phrase number(String digits) throws NotTranslatableException {
        if (!digits.matches("-?\\d{1," + SAFE_DIGITS + "}")) {
            throw new NotTranslatableException("it has the number " + digits + ", which is no integer of 64 bits");
        }
        return Phrase.constant(digits, Phrase.INTEGER, Comparison.ORDER);
    }

    private Phrase word(String word) throws NotTranslatableException {
        return switch (word) {
            case "(" -> parenthesised();
            case "-" -> tokens.take() instanceof Token.Number number ? number("-" + number.digits()) : refused("-");
            case "NULL" -> Phrase.constant("NULL", null, Comparison.NONE);
            case "TRUE", "FALSE" -> Phrase.constant(target.truth(word.equals("TRUE")), Phrase.TRUTH, Comparison.ORDER);
            case "CASE" -> choice();
            default -> refused(word);
        };
    }

    private static Phrase refused(String word) throws NotTranslatableException {
        throw new NotTranslatableException("it uses " + word);
    }

    private Phrase parenthesised() throws NotTranslatableException {
        Phrase inner = value();
        tokens.expect(")");
        return inner;
    }

    private Phrase named(String name) throws NotTranslatableException {
        if (tokens.accept("(")) {
            return function(name.toUpperCase(Locale.ROOT));
        }
        return tokens.accept(".") ? scope.column(name, tokens.name()) : scope.column(name);
    }

    private Phrase function(String name) throws NotTranslatableException {
        Phrase result = name.equals("COALESCE") ? coalesce() : aggregates.read(name, tokens);
        tokens.expect(")");
        return result;
    }

    private Phrase coalesce() throws NotTranslatableException {
        Phrase result = value();
        List<String> arguments = new ArrayList<>(List.of(result.sql()));
        while (tokens.accept(",")) {
            Phrase argument = value();
            arguments.add(argument.sql());
            result = either(result, argument);
        }
        return result.as("COALESCE(" + String.join(", ", arguments) + ")", result.type(), result.comparison());
    }

    /** {@code CASE WHEN ... THEN ... ELSE ... END}. */
    private Phrase choice() throws NotTranslatableException {
        StringBuilder sql = new StringBuilder("(CASE");
        Phrase conditions = Phrase.constant("", null, Comparison.NONE);
        Phrase results = null;
        while (tokens.accept("WHEN")) {
            Phrase condition = condition();
            tokens.expect("THEN");
            Phrase result = value();
            sql.append(" WHEN ").append(condition.sql()).append(" THEN ").append(result.sql());
            conditions = conditions.with(condition, "", null, Comparison.NONE);
            results = results == null ? result : either(results, result);
        }
        if (results == null) {
            throw tokens.unexpected();
        }
        if (tokens.accept("ELSE")) {
            Phrase result = value();
            sql.append(" ELSE ").append(result.sql());
            results = either(results, result);
        }
        tokens.expect("END");
        return results.with(conditions, sql + " END)", results.type(), results.comparison());
    }

    /** A value that is of the one or the other. */
    private static Phrase either(Phrase one, Phrase other) throws NotTranslatableException {
        LogicalType type = one.typeWith(other);
        return one.with(other, "", type, one.comparisonWith(other));
    }
}
