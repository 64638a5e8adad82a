package io.github.dbsync.appconfig;

/**
 * A token of a JavaScript or TypeScript file.
 *
 * @param kind what it is
 * @param text how it stands there, quotes included
 * @param span its place
 */
record ScriptToken(Kind kind, String text, Span span) {

    /** What a token is, as far as it matters to find a property or an import. */
    enum Kind {
        /** A name or a keyword. */
        WORD,
        /** A literal that is one text, whatever it is quoted by. */
        TEXT,
        /** A sign, a number, a regular expression, or a template that something is put into. */
        OTHER
    }

    boolean is(String sign) {
        return kind != Kind.TEXT && text.equals(sign);
    }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    /** What a text says; any other token as it stands. */
    String value() {
        return isText() ? ScriptNotation.of(text).read(text) : text;
    }
}
