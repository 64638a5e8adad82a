package io.github.dbsync.prisma;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A place in a schema file that moves over what it takes. Blanks before anything that is taken are skipped; a line's end is
 * no blank, since no rule of the grammar goes beyond it. Not thread-safe.
 */
final class Cursor {

    private final SchemaFile file;
    private final String text;
    private int position;

    Cursor(SchemaFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** Whether nothing but blanks is left. */
    boolean atEnd() {
        return next() == text.length();
    }

    /** Tries a rule, and comes back where it does not apply. */
    <T> Optional<T> attempt(Supplier<Optional<T>> rule) {
        int start = position;
        Optional<T> taken = rule.get();
        if (taken.isEmpty()) {
            position = start;
        }
        return taken;
    }

    /** Where the next thing begins. */
    int next() {
        skipBlanks();
        return position;
    }

    /** What was taken since an offset. */
    Token since(int start) {
        return new Token(text.substring(start, position), file, start, position);
    }

    /** The line of which nothing is taken yet. */
    Token line() {
        int end = position;
        while (end < text.length() && !isLineEnd(text.charAt(end))) {
            end++;
        }
        return new Token(text.substring(position, end), file, position, end);
    }

    boolean take(String symbol) {
        int start = position;
        skipBlanks();
        if (takeNext(symbol)) {
            return true;
        }
        position = start;
        return false;
    }

    /** Takes a symbol that follows without a blank. */
    boolean takeNext(String symbol) {
        boolean found = text.startsWith(symbol, position);
        position += found ? symbol.length() : 0;
        return found;
    }

    /** A letter or digit, and then letters, digits, underscores and hyphens. */
    Optional<Token> identifier() {
        return attempt(() -> {
            int start = next();
            while (position < text.length() && isPart(text.codePointAt(position), position > start)) {
                position += Character.charCount(text.codePointAt(position));
            }
            return position > start ? Optional.of(since(start)) : Optional.empty();
        });
    }

    /** Digits. */
    boolean digits() {
        int start = position;
        while (position < text.length() && text.charAt(position) >= '0' && text.charAt(position) <= '9') {
            position++;
        }
        return position > start;
    }

    /** A JSON string, quotes included; no control character may be in it. */
    Optional<Token> string() {
        return attempt(() -> {
            int start = next();
            if (!takeNext("\"")) {
                return Optional.empty();
            }
            while (position < text.length() && text.charAt(position) >= ' ') {
                if (takeNext("\"")) {
                    return Optional.of(since(start));
                }
                position += text.charAt(position) == '\\' && position + 1 < text.length() ? 2 : 1;
            }
            return Optional.empty();
        });
    }

    /** An empty line or a comment on lines of its own. */
    boolean skipEmptyOrComment() {
        return lineEnd() || comment();
    }

    /** What may end a line: a comment, and the line's end. */
    boolean endOfLine() {
        comment();
        return lineEnd();
    }

    /** Takes the rest of a line; false where the file ends with it. */
    boolean skipLine() {
        position = line().end();
        return lineEnd();
    }

    boolean lineEnd() {
        return take("\r\n") || take("\n") || take("\r");
    }

    private boolean comment() {
        if (take("//")) {
            position = line().end();
            return true;
        }
        int end = text.indexOf("*/", next());
        if (end < 0 || !takeNext("/*")) {
            return false;
        }
        position = end + 2;
        return true;
    }

    private void skipBlanks() {
        while (position < text.length() && isBlank(text.charAt(position))) {
            position++;
        }
    }

    private static boolean isBlank(char c) {
        return c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isPart(int c, boolean inside) {
        return Character.isLetterOrDigit(c)
                || (inside && (c == '_' || c == '-' || Character.getType(c) == Character.NON_SPACING_MARK));
    }
}
