package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Expression;
import io.github.dbsync.catalog.Expression.Token;
import io.github.dbsync.sqlite.ParsedTable.ParsedExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Says which of SQLite's expressions every dialect understands alike. Left out for good reason: LIKE (blind to case here), /
 * (integers), % (negative numbers), IS between values, and chains of comparisons, which PostgreSQL refuses.
 */
final class ExpressionReader {

    private static final Set<String> WORDS = Set.of("AND", "OR", "NOT", "IS", "NULL", "IN", "BETWEEN");
    private static final Set<String> FUNCTIONS = Set.of("LENGTH", "ABS", "COALESCE", "LOWER", "UPPER");
    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=", "IS", "IN", "BETWEEN");
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*");
    private static final Set<String> SIGNS = Set.of("(", ")", ",", "||");
    private static final Map<String, String> SYNONYMS = Map.of("==", "=", "!=", "<>");

    private final Map<String, String> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /** A reader of the expressions of one table. */
    ExpressionReader(List<String> columnNames) {
        columnNames.forEach(name -> columns.put(name, name));
    }

    static boolean isFunction(String word) {
        return FUNCTIONS.contains(word);
    }

    /** Whether a word or sign of a portable expression means the same here. */
    static boolean isPortable(String word) {
        return WORDS.contains(word)
                || FUNCTIONS.contains(word)
                || COMPARISONS.contains(word)
                || ARITHMETIC.contains(word)
                || SIGNS.contains(word);
    }

    Expression read(ParsedExpression parsed) {
        return new Expression(parsed.text(), portable(parsed.tokens()).orElse(null));
    }

    private Optional<List<Token>> portable(List<SqliteToken> tokens) {
        List<Token> portable = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            boolean call = i + 1 < tokens.size() && tokens.get(i + 1).isSign("(");
            Optional<Token> token = portable(tokens.get(i), call);
            if (token.isEmpty()) {
                return Optional.empty();
            }
            portable.add(token.get());
        }
        return isUnambiguous(portable) ? Optional.of(portable) : Optional.empty();
    }

    private Optional<Token> portable(SqliteToken token, boolean call) {
        return switch (token.kind()) {
            case WORD -> word(token, call);
            case QUOTED -> column(token);
            case TEXT -> Optional.of(new Token.Text(token.text()));
            case NUMBER -> number(token);
            case SIGN -> sign(token);
            case BLOB -> Optional.empty();
        };
    }

    private Optional<Token> word(SqliteToken token, boolean call) {
        String word = token.upperCase();
        if (WORDS.contains(word) || (call && FUNCTIONS.contains(word))) {
            return Optional.of(new Token.Word(word));
        }
        return call ? Optional.empty() : column(token);
    }

    private Optional<Token> column(SqliteToken token) {
        return Optional.ofNullable(columns.get(token.text())).map(Token.Name::new);
    }

    private static Optional<Token> number(SqliteToken token) {
        boolean plain = token.text().matches("\\d*\\.?\\d+([eE][+-]?\\d+)?|\\d+\\.");
        return plain ? Optional.of(new Token.Number(token.text())) : Optional.empty();
    }

    private static Optional<Token> sign(SqliteToken token) {
        String sign = SYNONYMS.getOrDefault(token.text(), token.text());
        return isPortable(sign) ? Optional.of(new Token.Word(sign)) : Optional.empty();
    }

    /** Whether the two dialects' different precedences cannot matter, and IS stands before NULL only. */
    private static boolean isUnambiguous(List<Token> tokens) {
        boolean concatenates = tokens.contains(new Token.Word("||"));
        boolean computes = ARITHMETIC.stream().anyMatch(sign -> tokens.contains(new Token.Word(sign)));
        return !(concatenates && computes) && isBeforeNullOnly(tokens) && comparesOnce(tokens);
    }

    private static boolean isBeforeNullOnly(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (isWord(tokens, i, "IS")) {
                int after = isWord(tokens, i + 1, "NOT") ? i + 2 : i + 1;
                if (!isWord(tokens, after, "NULL")) {
                    return false;
                }
            }
            if (isWord(tokens, i, "NOT") && isWord(tokens, i + 1, "NULL") && !isWord(tokens, i - 1, "IS")) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is at most one comparison between two words that end it. */
    private static boolean comparesOnce(List<Token> tokens) {
        boolean compared = false;
        for (Token token : tokens) {
            if (token instanceof Token.Word word) {
                boolean compares = COMPARISONS.contains(word.word());
                if (compares && compared) {
                    return false;
                }
                compared = compares || (compared && !endsComparison(word.word()));
            }
        }
        return true;
    }

    private static boolean endsComparison(String word) {
        return Set.of("AND", "OR", "(", ")", ",").contains(word);
    }

    private static boolean isWord(List<Token> tokens, int index, String word) {
        return index >= 0
                && index < tokens.size()
                && tokens.get(index) instanceof Token.Word token
                && token.word().equals(word);
    }
}
