package io.github.dbsync.sqlite;

import java.util.Locale;

/**
 * A token of SQL text.
 *
 * @param kind what it is
 * @param text its meaning: names and texts without their quotes, everything else as written
 * @param start where it begins in the SQL text
 * @param end where the rest begins
 */
record SqliteToken(Kind kind, String text, int start, int end) {

    /** The kinds of tokens (SQLite docs, "SQL Syntax" and tokenize.c). */
    enum Kind {
        /** A key word or an unquoted name. */
        WORD,
        /** A name in double quotes, back quotes or brackets. */
        QUOTED,
        /** A text in single quotes. */
        TEXT,
        NUMBER,
        /** A blob literal; its text is the hexadecimal digits. */
        BLOB,
        /** An operator, a parenthesis, a comma or anything else. */
        SIGN
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    /** Whether it can stand for a name: SQLite takes even a text in single quotes where only a name makes sense. */
    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED || kind == Kind.TEXT;
    }

    String upperCase() {
        return text.toUpperCase(Locale.ROOT);
    }
}
