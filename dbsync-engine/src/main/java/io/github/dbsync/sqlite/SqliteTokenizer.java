package io.github.dbsync.sqlite;

import io.github.dbsync.sqlite.SqliteToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts SQL text into tokens by the rules of SQLite's own tokenizer; blanks and comments fall away. */
final class SqliteTokenizer {

    private static final Set<String> LONG_OPERATORS =
            Set.of("->>", "||", "->", "<<", ">>", "<=", ">=", "==", "!=", "<>");

    private final String sql;
    private final List<SqliteToken> tokens = new ArrayList<>();
    private int at;

    private SqliteTokenizer(String sql) {
        this.sql = sql;
    }

    static List<SqliteToken> tokens(String sql) {
        return new SqliteTokenizer(sql).all();
    }

    private List<SqliteToken> all() {
        while (at < sql.length()) {
            if (!skipsBlank() && !skipsComment()) {
                token();
            }
        }
        return List.copyOf(tokens);
    }

    private boolean skipsBlank() {
        boolean blank = " \t\n\f\r\uFEFF".indexOf(sql.charAt(at)) >= 0;
        if (blank) {
            at++;
        }
        return blank;
    }

    private boolean skipsComment() {
        if (sql.startsWith("--", at)) {
            at = endOf("\n", at);
        } else if (sql.startsWith("/*", at)) {
            at = endOf("*/", at + 2);
        } else {
            return false;
        }
        return true;
    }

    private int endOf(String mark, int from) {
        int found = sql.indexOf(mark, from);
        return found < 0 ? sql.length() : found + mark.length();
    }

    private void token() {
        char c = sql.charAt(at);
        switch (c) {
            case '\'' -> quoted(Kind.TEXT, c);
            case '"', '`' -> quoted(Kind.QUOTED, c);
            case '[' -> bracketed();
            case 'x', 'X' -> blobOrWord();
            default -> plain(c);
        }
    }

    private void plain(char c) {
        if (isDigit(c) || (c == '.' && isDigit(charAt(at + 1)))) {
            number();
        } else if (isWordPart(c)) {
            word();
        } else {
            sign();
        }
    }

    private void quoted(Kind kind, char quote) {
        StringBuilder text = new StringBuilder();
        int end = at + 1;
        while (end < sql.length() && (sql.charAt(end) != quote || charAt(end + 1) == quote)) {
            end += sql.charAt(end) == quote ? 1 : 0;
            text.append(sql.charAt(end++));
        }
        add(kind, text.toString(), Math.min(end + 1, sql.length()));
    }

    private void bracketed() {
        int end = endOf("]", at);
        add(Kind.QUOTED, sql.substring(at + 1, Math.max(at + 1, end - 1)), end);
    }

    private void blobOrWord() {
        if (charAt(at + 1) == '\'') {
            int end = endOf("'", at + 2);
            add(Kind.BLOB, sql.substring(at + 2, Math.max(at + 2, end - 1)), end);
        } else {
            word();
        }
    }

    private void word() {
        int end = at;
        while (isWordPart(charAt(end))) {
            end++;
        }
        add(Kind.WORD, sql.substring(at, end), end);
    }

    private void number() {
        int end = at;
        while (isWordPart(charAt(end)) || charAt(end) == '.' || isExponentSign(end)) {
            end++;
        }
        add(Kind.NUMBER, sql.substring(at, end), end);
    }

    private boolean isExponentSign(int index) {
        boolean sign = charAt(index) == '+' || charAt(index) == '-';
        return sign && (charAt(index - 1) == 'e' || charAt(index - 1) == 'E') && isDigit(charAt(index + 1));
    }

    private void sign() {
        int length = 1;
        for (int longer = 3; longer > 1 && length == 1; longer--) {
            if (at + longer <= sql.length() && LONG_OPERATORS.contains(sql.substring(at, at + longer))) {
                length = longer;
            }
        }
        add(Kind.SIGN, sql.substring(at, at + length), at + length);
    }

    private void add(Kind kind, String text, int end) {
        tokens.add(new SqliteToken(kind, text, at, end));
        at = end;
    }

    /** The character, or one that belongs to nothing where the text has ended. */
    private char charAt(int index) {
        return index < sql.length() ? sql.charAt(index) : '\0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Whether SQLite takes the character as part of a word; everything beyond ASCII is. */
    private static boolean isWordPart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c == '$' || c > 0x7F;
    }
}
