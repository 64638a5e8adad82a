package io.github.dbsync.sqlite;

/** Texts of which a column with a numeric affinity makes numbers (SQLite docs, "Datatypes In SQLite", 3). */
final class NumericText {

    private final String text;
    private int at;

    private NumericText(String text) {
        this.text = text;
    }

    /** Whether a text is a number in decimal, with spaces around it or without. */
    static boolean is(String text) {
        return new NumericText(text).isNumber();
    }

    private boolean isNumber() {
        skipSpaces();
        skipSign();
        int digits = skipDigits();
        if (skip('.')) {
            digits += skipDigits();
        }
        if (digits == 0 || !isExponentSound()) {
            return false;
        }
        skipSpaces();
        return at == text.length();
    }

    private boolean isExponentSound() {
        if (!skip('e') && !skip('E')) {
            return true;
        }
        skipSign();
        return skipDigits() > 0;
    }

    private void skipSpaces() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }

    private void skipSign() {
        if (!skip('-')) {
            skip('+');
        }
    }

    private int skipDigits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - start;
    }

    private boolean skip(char character) {
        boolean is = at < text.length() && text.charAt(at) == character;
        if (is) {
            at++;
        }
        return is;
    }
}
