package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Expression.Token;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.postgres.Term.IllTyped;
import io.github.dbsync.postgres.Term.Kind;
import io.github.dbsync.postgres.Term.TextRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Says a portable expression in PostgreSQL's SQL, with every operator in parentheses of its own, and refuses what is not
 * well typed: SQLite compares anything with anything, PostgreSQL does not.
 *
 * <p>Precedence is SQLite's (SQLite docs, Operators); what PostgreSQL prints has all its parentheses anyhow.
 */
final class PortableWriter {

    private static final Set<String> EQUALITIES = Set.of("=", "<>");
    private static final Set<String> ORDERINGS = Set.of("<", ">", "<=", ">=");
    private static final Set<String> SUMS = Set.of("+", "-");

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

    /** A condition; empty where it is not well typed. */
    static Optional<String> condition(
            List<Token> tokens, Function<String, Optional<Column>> columns, Function<Column, TextRule> rules) {
        return new PortableWriter(tokens, columns, rules).term().flatMap(PortableWriter::truth);
    }

    /** A value that a column of this type can be computed as; empty where it is none, or not well typed. */
    static Optional<String> valueOf(
            LogicalType type,
            List<Token> tokens,
            Function<String, Optional<Column>> columns,
            Function<Column, TextRule> rules) {
        return new PortableWriter(tokens, columns, rules)
                .term()
                .filter(term -> term.kind() == Kind.NULL || term.kind() == Term.kindOf(type))
                .map(Term::sql);
    }

    /** A value; empty where it is not well typed. */
    static Optional<String> value(
            List<Token> tokens, Function<String, Optional<Column>> columns, Function<Column, TextRule> rules) {
        return new PortableWriter(tokens, columns, rules).term().map(Term::sql);
    }

    private Optional<Term> term() {
        try {
            Term term = disjunction();
            return Optional.of(term).filter(said -> next == tokens.size() && said.kind() != Kind.OPAQUE);
        } catch (IllTyped illTyped) {
            return Optional.empty();
        }
    }

    private static Optional<String> truth(Term term) {
        try {
            return Optional.of(term.truth().sql());
        } catch (IllTyped illTyped) {
            return Optional.empty();
        }
    }

    private Term disjunction() throws IllTyped {
        Term left = conjunction();
        while (accept("OR")) {
            left = joined(left, "OR", conjunction());
        }
        return left;
    }

    private Term conjunction() throws IllTyped {
        Term left = negation();
        while (accept("AND")) {
            left = joined(left, "AND", negation());
        }
        return left;
    }

    private static Term joined(Term left, String operator, Term right) throws IllTyped {
        String sql =
                "(" + left.truth().sql() + " " + operator + " " + right.truth().sql() + ")";
        return new Term(Kind.TRUTH, sql);
    }

    private Term negation() throws IllTyped {
        return accept("NOT") ? new Term(Kind.TRUTH, "(NOT " + negation().truth().sql() + ")") : equality();
    }

    private Term equality() throws IllTyped {
        Term left = ordering();
        Optional<Term> longer = comparison(left);
        while (longer.isPresent()) {
            left = longer.get();
            longer = comparison(left);
        }
        return left;
    }

    /** The term with what follows it, where that compares it with something. */
    private Optional<Term> comparison(Term left) throws IllTyped {
        Optional<String> operator = acceptAny(EQUALITIES);
        if (operator.isPresent()) {
            return Optional.of(left.compared(operator.get(), ordering(), false));
        } else if (accept("IS")) {
            return Optional.of(nullTest(left));
        } else if (accept("IN")) {
            return Optional.of(membership(left, "IN"));
        } else if (accept("BETWEEN")) {
            return Optional.of(range(left, "BETWEEN"));
        }
        return accept("NOT") ? Optional.of(negatedComparison(left)) : Optional.empty();
    }

    private Term negatedComparison(Term left) throws IllTyped {
        if (accept("IN")) {
            return membership(left, "NOT IN");
        }
        expect("BETWEEN");
        return range(left, "NOT BETWEEN");
    }

    private Term nullTest(Term operand) throws IllTyped {
        boolean not = accept("NOT");
        expect("NULL");
        return new Term(Kind.TRUTH, "(" + operand.sql() + (not ? " IS NOT NULL)" : " IS NULL)"));
    }

    private Term membership(Term operand, String operator) throws IllTyped {
        expect("(");
        List<String> members = new ArrayList<>();
        do {
            members.add(sum().comparableWith(operand, false).sql());
        } while (accept(","));
        expect(")");
        return new Term(Kind.TRUTH, "(" + operand.sql() + " " + operator + " (" + String.join(", ", members) + "))");
    }

    private Term range(Term operand, String operator) throws IllTyped {
        Term low = sum().comparableWith(operand, true);
        expect("AND");
        Term high = sum().comparableWith(operand, true);
        String sql = "(" + operand.sql() + " " + operator + " " + low.sql() + " AND " + high.sql() + ")";
        return new Term(Kind.TRUTH, sql);
    }

    private Term ordering() throws IllTyped {
        Term left = sum();
        Optional<String> operator = acceptAny(ORDERINGS);
        while (operator.isPresent()) {
            left = left.compared(operator.get(), sum(), true);
            operator = acceptAny(ORDERINGS);
        }
        return left;
    }

    private Term sum() throws IllTyped {
        Term left = product();
        Optional<String> operator = acceptAny(SUMS);
        while (operator.isPresent()) {
            left = left.calculated(operator.get(), product());
            operator = acceptAny(SUMS);
        }
        return left;
    }

    private Term product() throws IllTyped {
        Term left = concatenation();
        while (accept("*")) {
            left = left.calculated("*", concatenation());
        }
        return left;
    }

    private Term concatenation() throws IllTyped {
        Term left = signed();
        while (accept("||")) {
            left = left.concatenated(signed());
        }
        return left;
    }

    private Term signed() throws IllTyped {
        if (accept("-")) {
            return signed().negated();
        }
        return accept("+") ? signed() : primary();
    }

    private Term primary() throws IllTyped {
        Term.require(next < tokens.size());
        Token token = tokens.get(next++);
        if (token instanceof Token.Name name) {
            Column column = columns.apply(name.column()).orElseThrow(IllTyped::new);
            return Term.ofColumn(column, rules.apply(column));
        } else if (token instanceof Token.Text text) {
            return Term.ofText(text.value());
        } else if (token instanceof Token.Number number) {
            return Term.ofNumber(number.digits());
        }
        return word(((Token.Word) token).word());
    }

    private Term word(String word) throws IllTyped {
        return switch (word) {
            case "(" -> parenthesised();
            case "NULL" -> new Term(Kind.NULL, "NULL");
            case "TRUE" -> new Term(Kind.TRUTH, "true");
            case "FALSE" -> new Term(Kind.TRUTH, "false");
            case "LENGTH" ->
                new Term(Kind.NUMBER, argument().within("length", Kind.TEXT).sql());
            case "ABS" -> argument().within("abs", Kind.NUMBER);
            case "LOWER" -> argument().within("lower", Kind.TEXT).bytewise();
            case "UPPER" -> argument().within("upper", Kind.TEXT).bytewise();
            case "COALESCE" -> coalesce();
            default -> throw new IllTyped();
        };
    }

    private Term parenthesised() throws IllTyped {
        Term inner = disjunction();
        expect(")");
        return inner;
    }

    private Term argument() throws IllTyped {
        expect("(");
        Term argument = sum();
        expect(")");
        return argument;
    }

    private Term coalesce() throws IllTyped {
        expect("(");
        Term result = sum();
        List<String> arguments = new ArrayList<>(List.of(result.sql()));
        while (accept(",")) {
            Term argument = sum().comparableWith(result, false);
            arguments.add(argument.sql());
            result = new Term(result.kind(), "", result.weaker(argument), null);
        }
        expect(")");
        return new Term(result.kind(), "COALESCE(" + String.join(", ", arguments) + ")", result.rule(), null);
    }

    private boolean accept(String word) {
        boolean there = next < tokens.size() && tokens.get(next).equals(new Token.Word(word));
        next += there ? 1 : 0;
        return there;
    }

    private Optional<String> acceptAny(Set<String> words) {
        return words.stream().filter(this::accept).findFirst();
    }

    private void expect(String word) throws IllTyped {
        Term.require(accept(word));
    }
}
