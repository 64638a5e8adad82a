package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Expression;
import io.github.dbsync.catalog.Expression.Token;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says a foreign table's expressions in SQLite, where they mean the same here: numbers are compared as numbers, but decimals,
 * dates and everything else is text, and texts are ordered by their bytes.
 */
final class ExpressionWriter {

    private static final Set<String> ORDER = Set.of("<", ">", "<=", ">=", "BETWEEN");
    private static final Set<String> FOLDING = Set.of("LOWER", "UPPER");
    private static final Set<String> CONSTANTS = Set.of("TRUE", "FALSE");

    private static final Token OPEN = new Token.Word("(");
    private static final Token CLOSE = new Token.Word(")");

    private final Table foreign;

    ExpressionWriter(Table foreign) {
        this.foreign = foreign;
    }

    /** A condition or computation, if it gives the same for every row. */
    Optional<Expression> condition(Expression expression) {
        return tokens(expression).filter(tokens -> !hasWord(tokens, FOLDING)).map(this::written);
    }

    /** What an index is ordered by, where no row depends on it: folding knows only ASCII here, which then does no harm. */
    Optional<Expression> order(Expression expression) {
        return tokens(expression).map(this::written);
    }

    private Optional<List<Token>> tokens(Expression expression) {
        return Optional.ofNullable(expression.portable()).filter(this::isSame);
    }

    private boolean isSame(List<Token> tokens) {
        boolean orders = hasWord(tokens, ORDER);
        for (int i = 0; i < tokens.size(); i++) {
            boolean same = tokens.get(i) instanceof Token.Name name
                    ? isSame(name, orders) || isTestedForNull(tokens, i)
                    : isKnown(tokens.get(i));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private boolean isSame(Token.Name name, boolean orders) {
        return foreign.lookupColumn(name.column())
                .filter(column -> column.type().form() == null)
                .map(Column::logical)
                .filter(type -> type instanceof LogicalType.Bool
                        || type instanceof LogicalType.Int
                        || type instanceof LogicalType.Float
                        || (type instanceof LogicalType.Text text && !text.padded() && !orders))
                .isPresent();
    }

    private static boolean isTestedForNull(List<Token> tokens, int name) {
        return name + 1 < tokens.size() && tokens.get(name + 1).equals(new Token.Word("IS"));
    }

    private static boolean isKnown(Token token) {
        return !(token instanceof Token.Word word)
                || ExpressionReader.isPortable(word.word())
                || CONSTANTS.contains(word.word());
    }

    private static boolean hasWord(List<Token> tokens, Set<String> words) {
        return tokens.stream().anyMatch(token -> token instanceof Token.Word word && words.contains(word.word()));
    }

    private Expression written(List<Token> all) {
        List<Token> tokens = withoutOuterParentheses(all);
        StringBuilder sql = new StringBuilder();
        String before = "(";
        for (Token token : tokens) {
            String text = sql(token);
            boolean close = before.equals("(")
                    || text.equals(")")
                    || text.equals(",")
                    || (text.equals("(") && ExpressionReader.isFunction(before));
            sql.append(close ? "" : " ").append(text);
            before = text;
        }
        return new Expression(sql.toString(), tokens);
    }

    private static List<Token> withoutOuterParentheses(List<Token> tokens) {
        return isEnclosed(tokens) ? withoutOuterParentheses(tokens.subList(1, tokens.size() - 1)) : tokens;
    }

    /** Whether the first parenthesis is closed by the last token, and by none before. */
    private static boolean isEnclosed(List<Token> tokens) {
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).equals(OPEN) ? 1 : tokens.get(i).equals(CLOSE) ? -1 : 0;
            if (depth == 0) {
                return i > 0 && i == tokens.size() - 1;
            }
        }
        return false;
    }

    private static String sql(Token token) {
        if (token instanceof Token.Name name) {
            return SqliteNames.quote(name.column());
        } else if (token instanceof Token.Text text) {
            return SqliteNames.literal(text.value());
        } else if (token instanceof Token.Number number) {
            return number.digits();
        } else if (token instanceof Token.Word word) {
            return word.word();
        }
        throw new IllegalArgumentException("token " + token);
    }
}
