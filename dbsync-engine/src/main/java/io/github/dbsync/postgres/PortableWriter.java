package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Expression.Token;
import io.github.dbsync.catalog.LogicalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Says a portable expression in PostgreSQL's SQL, with every operator in parentheses of its own, and refuses what is not
 * well typed: SQLite compares anything with anything, PostgreSQL does not.
 *
 * <p>Precedence is SQLite's (SQLite docs, Operators); what PostgreSQL prints has all its parentheses anyhow.
 */
final class PortableWriter {

    private static final Set<String> EQUALITIES = Set.of("=", "<>");
    private static final Set<String> ORDERINGS = Set.of("<", ">", "<=", ">=");

    private final List<Token> tokens;
    private final Function<String, Optional<Column>> columns;
    private final Function<Column, TextRule> rules;
    private int next;

    private PortableWriter(
            List<Token> tokens, Function<String, Optional<Column>> columns, Function<Column, TextRule> rules) {
        this.tokens = tokens;
        this.columns = columns;
        this.rules = rules;
    }

    /** How a text column compares. */
    enum TextRule {
        /** By bytes, order included. */
        BYTES,
        /** Equal texts are equal bytes; the order is a language's. */
        EQUAL_BYTES,
        /** Different bytes may be equal. */
        OTHER
    }

    /** A condition; empty where it is not well typed. */
    static Optional<String> condition(
            List<Token> tokens, Function<String, Optional<Column>> columns, Function<Column, TextRule> rules) {
        return new PortableWriter(tokens, columns, rules).write(true);
    }

    /** A value; empty where it is not well typed. */
    static Optional<String> value(
            List<Token> tokens, Function<String, Optional<Column>> columns, Function<Column, TextRule> rules) {
        return new PortableWriter(tokens, columns, rules).write(false);
    }

    private Optional<String> write(boolean condition) {
        try {
            Term term = disjunction();
            if (next < tokens.size() || term.kind == Kind.OPAQUE) {
                return Optional.empty();
            }
            return Optional.of(condition ? truth(term).sql : term.sql);
        } catch (IllTyped illTyped) {
            return Optional.empty();
        }
    }

    private enum Kind {
        TRUTH,
        NUMBER,
        TEXT,
        NULL,
        OPAQUE
    }

    /** @param digit the literal where the term is a plain 0 or 1, which SQLite also uses for truth; else null */
    private record Term(
            Kind kind, String sql, TextRule rule, @Nullable String digit) {
        Term(Kind kind, String sql) {
            this(kind, sql, TextRule.BYTES, null);
        }
    }

    private static final class IllTyped extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private Term disjunction() throws IllTyped {
        Term left = conjunction();
        while (accept("OR")) {
            left = new Term(Kind.TRUTH, "(" + truth(left).sql + " OR " + truth(conjunction()).sql + ")");
        }
        return left;
    }

    private Term conjunction() throws IllTyped {
        Term left = negation();
        while (accept("AND")) {
            left = new Term(Kind.TRUTH, "(" + truth(left).sql + " AND " + truth(negation()).sql + ")");
        }
        return left;
    }

    private Term negation() throws IllTyped {
        return accept("NOT") ? new Term(Kind.TRUTH, "(NOT " + truth(negation()).sql + ")") : equality();
    }

    private Term equality() throws IllTyped {
        Term left = ordering();
        while (true) {
            Optional<String> operator = acceptAny(EQUALITIES);
            if (operator.isPresent()) {
                left = compared(left, operator.get(), ordering());
            } else if (accept("IS")) {
                left = nullTest(left);
            } else if (accept("IN")) {
                left = membership(left, "IN");
            } else if (accept("BETWEEN")) {
                left = range(left, "BETWEEN");
            } else if (peek("NOT")) {
                next++;
                left = accept("IN") ? membership(left, "NOT IN") : range(left, "NOT BETWEEN");
            } else {
                return left;
            }
        }
    }

    private Term nullTest(Term operand) throws IllTyped {
        boolean not = accept("NOT");
        expect("NULL");
        return new Term(Kind.TRUTH, "(" + operand.sql + (not ? " IS NOT NULL)" : " IS NULL)"));
    }

    private Term membership(Term operand, String operator) throws IllTyped {
        expect("(");
        List<String> members = new ArrayList<>();
        do {
            members.add(agreed(operand, sum(), false).sql);
        } while (accept(","));
        expect(")");
        return new Term(Kind.TRUTH, "(" + operand.sql + " " + operator + " (" + String.join(", ", members) + "))");
    }

    private Term range(Term operand, String operator) throws IllTyped {
        if (operator.startsWith("NOT")) {
            expect("BETWEEN");
        }
        Term low = agreed(operand, sum(), true);
        expect("AND");
        Term high = agreed(operand, sum(), true);
        return new Term(Kind.TRUTH, "(" + operand.sql + " " + operator + " " + low.sql + " AND " + high.sql + ")");
    }

    private Term ordering() throws IllTyped {
        Term left = sum();
        Optional<String> operator = acceptAny(ORDERINGS);
        while (operator.isPresent()) {
            left = compared(left, operator.get(), sum());
            operator = acceptAny(ORDERINGS);
        }
        return left;
    }

    private Term compared(Term left, String operator, Term right) throws IllTyped {
        boolean ordered = ORDERINGS.contains(operator);
        Term agreedRight = agreed(left, right, ordered);
        Term agreedLeft = agreed(right, left, ordered);
        return new Term(Kind.TRUTH, "(" + agreedLeft.sql + " " + operator + " " + agreedRight.sql + ")");
    }

    /** The operand in a form that can be compared with the other one. */
    private static Term agreed(Term other, Term operand, boolean ordered) throws IllTyped {
        if (other.kind == Kind.TRUTH && operand.digit != null) {
            return new Term(Kind.TRUTH, operand.digit.equals("1") ? "true" : "false");
        }
        if (operand.kind == Kind.TRUTH && other.digit != null || operand.kind == Kind.NULL || other.kind == Kind.NULL) {
            return operand;
        }
        boolean text = operand.kind == Kind.TEXT && operand.rule != TextRule.OTHER && other.rule != TextRule.OTHER;
        boolean orderable = operand.rule == TextRule.BYTES && other.rule == TextRule.BYTES;
        boolean comparable = operand.kind == Kind.NUMBER
                || operand.kind == Kind.TRUTH && !ordered
                || text && (orderable || !ordered);
        if (operand.kind != other.kind || !comparable) {
            throw new IllTyped();
        }
        return operand;
    }

    private Term sum() throws IllTyped {
        Term left = product();
        Optional<String> operator = acceptAny(Set.of("+", "-"));
        while (operator.isPresent()) {
            left = calculated(left, operator.get(), product());
            operator = acceptAny(Set.of("+", "-"));
        }
        return left;
    }

    private Term product() throws IllTyped {
        Term left = concatenation();
        while (accept("*")) {
            left = calculated(left, "*", concatenation());
        }
        return left;
    }

    private static Term calculated(Term left, String operator, Term right) throws IllTyped {
        require(left.kind == Kind.NUMBER && right.kind == Kind.NUMBER);
        return new Term(Kind.NUMBER, "(" + left.sql + " " + operator + " " + right.sql + ")");
    }

    private Term concatenation() throws IllTyped {
        Term left = signed();
        while (accept("||")) {
            Term right = signed();
            require(left.kind == Kind.TEXT && right.kind == Kind.TEXT);
            left = new Term(Kind.TEXT, "(" + left.sql + " || " + right.sql + ")", weaker(left, right), null);
        }
        return left;
    }

    private static TextRule weaker(Term left, Term right) {
        return left.rule.compareTo(right.rule) > 0 ? left.rule : right.rule;
    }

    private Term signed() throws IllTyped {
        if (accept("-")) {
            Term operand = signed();
            require(operand.kind == Kind.NUMBER);
            return new Term(Kind.NUMBER, "(- " + operand.sql + ")");
        }
        return accept("+") ? signed() : primary();
    }

    private Term primary() throws IllTyped {
        require(next < tokens.size());
        Token token = tokens.get(next++);
        if (token instanceof Token.Name name) {
            return columnTerm(name.column());
        } else if (token instanceof Token.Text text) {
            require(text.value().indexOf('\0') < 0);
            return new Term(Kind.TEXT, Quoting.literal(text.value()));
        } else if (token instanceof Token.Number number) {
            return numberTerm(number.digits());
        }
        return wordTerm(((Token.Word) token).word());
    }

    private Term columnTerm(String name) throws IllTyped {
        Column column = columns.apply(name).orElseThrow(IllTyped::new);
        Kind kind = kindOf(column.logical());
        return new Term(
                kind, Quoting.name(column.name()), kind == Kind.TEXT ? rules.apply(column) : TextRule.BYTES, null);
    }

    private static Kind kindOf(LogicalType type) {
        if (type instanceof LogicalType.Bool) {
            return Kind.TRUTH;
        } else if (type instanceof LogicalType.Int
                || type instanceof LogicalType.Float
                || type instanceof LogicalType.Decimal) {
            return Kind.NUMBER;
        }
        return type instanceof LogicalType.Text text && !text.padded() ? Kind.TEXT : Kind.OPAQUE;
    }

    private static Term numberTerm(String digits) throws IllTyped {
        require(digits.matches("-?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?"));
        boolean truth = digits.equals("0") || digits.equals("1");
        String sql = digits.startsWith("-") ? "(" + digits + ")" : digits;
        return new Term(Kind.NUMBER, sql, TextRule.BYTES, truth ? digits : null);
    }

    private Term wordTerm(String word) throws IllTyped {
        return switch (word) {
            case "(" -> parenthesised();
            case "NULL" -> new Term(Kind.NULL, "NULL");
            case "TRUE" -> new Term(Kind.TRUTH, "true");
            case "FALSE" -> new Term(Kind.TRUTH, "false");
            case "LENGTH" -> new Term(Kind.NUMBER, call("length", Kind.TEXT).sql);
            case "ABS" -> call("abs", Kind.NUMBER);
            case "LOWER" -> bytewise(call("lower", Kind.TEXT));
            case "UPPER" -> bytewise(call("upper", Kind.TEXT));
            case "COALESCE" -> coalesce();
            default -> throw new IllTyped();
        };
    }

    private Term parenthesised() throws IllTyped {
        Term inner = disjunction();
        expect(")");
        return inner;
    }

    private Term call(String function, Kind kind) throws IllTyped {
        expect("(");
        Term argument = sum();
        expect(")");
        require(argument.kind == kind);
        return new Term(kind, function + "(" + argument.sql + ")", argument.rule, null);
    }

    private static Term bytewise(Term term) throws IllTyped {
        require(term.rule == TextRule.BYTES);
        return term;
    }

    private Term coalesce() throws IllTyped {
        expect("(");
        Term result = sum();
        List<String> arguments = new ArrayList<>(List.of(result.sql));
        while (accept(",")) {
            Term argument = agreed(result, sum(), false);
            arguments.add(argument.sql);
            result = new Term(result.kind, "", weaker(result, argument), null);
        }
        expect(")");
        return new Term(result.kind, "COALESCE(" + String.join(", ", arguments) + ")", result.rule, null);
    }

    private static Term truth(Term term) throws IllTyped {
        if (term.kind == Kind.NUMBER) {
            return new Term(Kind.TRUTH, "(" + term.sql + " <> 0)");
        }
        require(term.kind == Kind.TRUTH || term.kind == Kind.NULL);
        return term;
    }

    private static void require(boolean wellTyped) throws IllTyped {
        if (!wellTyped) {
            throw new IllTyped();
        }
    }

    private boolean peek(String word) {
        return next < tokens.size() && tokens.get(next).equals(new Token.Word(word));
    }

    private boolean accept(String word) {
        boolean there = peek(word);
        next += there ? 1 : 0;
        return there;
    }

    private Optional<String> acceptAny(Set<String> words) {
        return words.stream().filter(this::accept).findFirst();
    }

    private void expect(String word) throws IllTyped {
        require(accept(word));
    }
}
