package io.github.dbsync.sqlite;

import io.github.dbsync.sqlite.SqliteToken.Kind;
import java.util.List;

/** Goes through the tokens of a statement, from the first to the last. */
final class TokenCursor {

    private final String sql;
    private final List<SqliteToken> tokens;
    private final SqliteToken end;
    private int at;

    TokenCursor(String sql) {
        this.sql = sql;
        this.tokens = SqliteTokenizer.tokens(sql);
        this.end = new SqliteToken(Kind.SIGN, "", sql.length(), sql.length());
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    /** The token ahead, or an empty sign at the end. */
    SqliteToken peek() {
        return atEnd() ? end : tokens.get(at);
    }

    SqliteToken next() {
        SqliteToken token = peek();
        at++;
        return token;
    }

    int position() {
        return Math.min(at, tokens.size());
    }

    /** Whether these words are ahead; if so, they are passed. */
    boolean accepts(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).isWord(words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    boolean acceptsSign(String sign) {
        boolean ahead = peek().isSign(sign);
        if (ahead) {
            at++;
        }
        return ahead;
    }

    /** Passes a parenthesis with all in it, and gives the tokens inside; none where no parenthesis is ahead. */
    List<SqliteToken> parenthesised() {
        if (!acceptsSign("(")) {
            return List.of();
        }
        int first = at;
        int depth = 1;
        while (!atEnd() && depth > 0) {
            SqliteToken token = next();
            depth += token.isSign("(") ? 1 : token.isSign(")") ? -1 : 0;
        }
        return tokens.subList(first, Math.max(first, at - 1));
    }

    /** Passes everything up to a comma or closing parenthesis of the present depth, and gives those tokens. */
    List<SqliteToken> listItem() {
        int first = at;
        while (!atEnd() && !peek().isSign(",") && !peek().isSign(")")) {
            if (peek().isSign("(")) {
                parenthesised();
            } else {
                at++;
            }
        }
        return tokens.subList(first, at);
    }

    /** All tokens that are left. */
    List<SqliteToken> rest() {
        List<SqliteToken> rest = tokens.subList(position(), tokens.size());
        at = tokens.size();
        return rest;
    }

    /** The SQL text from one position up to the present one. */
    String textSince(int position) {
        return position >= position() ? "" : text(tokens.subList(position, position()));
    }

    /** The SQL text of some tokens, from the first to the last, with all that stands between. */
    String text(List<SqliteToken> some) {
        return some.isEmpty()
                ? ""
                : sql.substring(some.get(0).start(), some.get(some.size() - 1).end());
    }
}
