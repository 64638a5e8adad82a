package io.github.dbsync.appconfig;

import io.github.dbsync.appconfig.ScriptToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes a JavaScript or TypeScript file apart, so that neither a comment nor a text nor a regular expression is taken for
 * code. It knows no grammar.
 */
final class ScriptScanner {

    private static final String QUOTES = "'\"`";
    private static final Set<String> BEFORE_EXPRESSION =
            Set.of("return", "typeof", "case", "in", "of", "delete", "void", "throw", "new", "else", "do");

    private final String text;
    private final List<ScriptToken> tokens = new ArrayList<>();
    private int position;

    private ScriptScanner(String text) {
        this.text = text;
    }

    /** The tokens of a text, without blanks and comments. */
    static List<ScriptToken> scan(String text) {
        ScriptScanner scanner = new ScriptScanner(text);
        scanner.scanUntilClosing(false);
        return scanner.tokens;
    }

    /** To the end, or to the brace that closes what a template puts in. */
    private void scanUntilClosing(boolean inTemplate) {
        int depth = 0;
        while (skipToToken()) {
            char next = text.charAt(position);
            if (inTemplate && next == '}' && depth == 0) {
                return;
            }
            depth += next == '{' ? 1 : next == '}' ? -1 : 0;
            token(next);
        }
    }

    private void token(char first) {
        int start = position;
        Kind kind = Kind.OTHER;
        if (QUOTES.indexOf(first) >= 0) {
            kind = quoted(first) ? Kind.TEXT : Kind.OTHER;
        } else if (isNamePart(first)) {
            kind = Character.isDigit(first) ? Kind.OTHER : Kind.WORD;
            skipName();
        } else if (first == '/' && beginsExpression()) {
            regularExpression();
        } else {
            position++;
        }
        tokens.add(new ScriptToken(kind, text.substring(start, position), new Span(start, position)));
    }

    /** Whether there is another token. */
    private boolean skipToToken() {
        while (position < text.length()) {
            if (text.startsWith("//", position)) {
                skipTo("\n");
            } else if (text.startsWith("/*", position)) {
                position += 2;
                skipTo("*/");
                position = Math.min(position + 2, text.length());
            } else if (Character.isWhitespace(text.charAt(position))) {
                position++;
            } else {
                return true;
            }
        }
        return false;
    }

    private void skipTo(String end) {
        int found = text.indexOf(end, position);
        position = found < 0 ? text.length() : found;
    }

    private void skipName() {
        while (position < text.length() && isNamePart(text.charAt(position))) {
            position++;
        }
    }

    /** Bytes beyond ASCII are letters here. */
    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$' || c == '#' || c > 0x7F;
    }

    /** Returns whether it is one text, that is, nothing is put into it. */
    private boolean quoted(char mark) {
        boolean whole = true;
        position++;
        while (position < text.length() && text.charAt(position) != mark && !endsAtLine(mark)) {
            if (mark == '`' && text.startsWith("${", position)) {
                whole = false;
                putIn();
            }
            position += text.charAt(Math.min(position, text.length() - 1)) == '\\' ? 2 : 1;
        }
        position = Math.min(position + 1, text.length());
        return whole && text.charAt(position - 1) == mark;
    }

    private boolean endsAtLine(char mark) {
        return mark != '`' && text.charAt(position) == '\n';
    }

    /** Leaves the position at the closing brace, and no tokens. */
    private void putIn() {
        position += 2;
        int before = tokens.size();
        scanUntilClosing(true);
        tokens.subList(before, tokens.size()).clear();
    }

    private boolean beginsExpression() {
        if (tokens.isEmpty()) {
            return true;
        }
        ScriptToken last = tokens.get(tokens.size() - 1);
        return switch (last.kind()) {
            case TEXT -> false;
            case WORD -> BEFORE_EXPRESSION.contains(last.text());
            case OTHER -> "=(,:[!&|?{};+-*%~^<>".contains(last.text());
        };
    }

    private void regularExpression() {
        boolean inClass = false;
        for (position++; position < text.length() && text.charAt(position) != '\n'; position++) {
            char c = text.charAt(position);
            if (c == '/' && !inClass) {
                break;
            }
            inClass = c == '[' || (inClass && c != ']');
            position += c == '\\' ? 1 : 0;
        }
        position = Math.min(position + 1, text.length());
        skipName();
    }
}
