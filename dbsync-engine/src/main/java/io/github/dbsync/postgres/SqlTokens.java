package io.github.dbsync.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts SQL as PostgreSQL prints it into tokens. Stateless. */
final class SqlTokens {

    private static final List<String> LONG_OPERATORS = List.of(
            "!~~*", "!~~", "!~*", "~~*", "->>", "#>>", "::", "<>", "<=", ">=", "||", "!~", "~~", "~*", "->", "#>");

    private SqlTokens() {}

    /** What a token is. */
    enum Kind {
        WORD,
        QUOTED_NAME,
        TEXT,
        NUMBER,
        SYMBOL
    }

    /**
     * A token.
     *
     * @param kind what it is
     * @param text its text: words in lower case, quoted names and text literals without their quotes
     * @param start where it begins in the SQL
     */
    record SqlToken(Kind kind, String text, int start) {
        boolean isWord(String word) {
            return kind == Kind.WORD && text.equals(word);
        }

        boolean isSymbol(String symbol) {
            return kind == Kind.SYMBOL && text.equals(symbol);
        }
    }

    static List<SqlToken> of(String sql) {
        List<SqlToken> tokens = new ArrayList<>();
        int position = 0;
        while (position < sql.length()) {
            char first = sql.charAt(position);
            int end;
            if (Character.isWhitespace(first)) {
                end = position + 1;
            } else if (first == '\'' || first == '"') {
                end = quotedEnd(sql, position);
                tokens.add(quoted(sql, position, end));
            } else if (Character.isDigit(first)) {
                end = numberEnd(sql, position);
                tokens.add(new SqlToken(Kind.NUMBER, sql.substring(position, end), position));
            } else if (isWordPart(first)) {
                end = wordEnd(sql, position);
                String word = sql.substring(position, end).toLowerCase(Locale.ROOT);
                tokens.add(new SqlToken(Kind.WORD, word, position));
            } else {
                String symbol = symbolAt(sql, position);
                end = position + symbol.length();
                tokens.add(new SqlToken(Kind.SYMBOL, symbol, position));
            }
            position = end;
        }
        return tokens;
    }

    private static SqlToken quoted(String sql, int start, int end) {
        String quote = sql.substring(start, start + 1);
        String text = sql.substring(start + 1, end - 1).replace(quote + quote, quote);
        return new SqlToken(quote.equals("'") ? Kind.TEXT : Kind.QUOTED_NAME, text, start);
    }

    private static int quotedEnd(String sql, int start) {
        char quote = sql.charAt(start);
        int end = start + 1;
        while (end < sql.length()) {
            if (sql.charAt(end) != quote) {
                end++;
            } else if (end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
                end += 2;
            } else {
                return end + 1;
            }
        }
        throw new IllegalArgumentException("a quote is not closed");
    }

    private static int numberEnd(String sql, int start) {
        int end = start;
        while (end < sql.length() && isNumberPart(sql, end)) {
            end++;
        }
        return end;
    }

    private static boolean isNumberPart(String sql, int position) {
        char c = sql.charAt(position);
        boolean sign = c == '-' || c == '+';
        return Character.isLetterOrDigit(c)
                || c == '.'
                || (sign && Character.toLowerCase(sql.charAt(position - 1)) == 'e');
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }

    private static int wordEnd(String sql, int start) {
        int end = start;
        while (end < sql.length() && isWordPart(sql.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String symbolAt(String sql, int position) {
        return LONG_OPERATORS.stream()
                .filter(operator -> sql.startsWith(operator, position))
                .findFirst()
                .orElseGet(() -> sql.substring(position, position + 1));
    }
}
