package io.github.dbsync.query;

import io.github.dbsync.catalog.Expression.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through tokens, from the first to the last. */
final class TokenCursor {

    private final List<Token> tokens;
    private int next;

    TokenCursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    boolean atEnd() {
        return next >= tokens.size();
    }

    Token take() throws NotTranslatableException {
        if (atEnd()) {
            throw new NotTranslatableException("its end is not understood");
        }
        return tokens.get(next++);
    }

    boolean isAhead(String word) {
        return isAt(next, word);
    }

    /** Whether these words are ahead; if so, they are passed. */
    boolean accept(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!isAt(next + i, words[i])) {
                return false;
            }
        }
        next += words.length;
        return true;
    }

    private boolean isAt(int index, String word) {
        return index < tokens.size() && tokens.get(index).equals(new Token.Word(word));
    }

    void expect(String word) throws NotTranslatableException {
        if (!accept(word)) {
            throw unexpected();
        }
    }

    /** The name ahead, if it is one; then it is passed. */
    Optional<String> acceptName() {
        if (!atEnd() && tokens.get(next) instanceof Token.Name name) {
            next++;
            return Optional.of(name.column());
        }
        return Optional.empty();
    }

    String name() throws NotTranslatableException {
        return acceptName().orElseThrow(this::unexpected);
    }

    void expectEnd() throws NotTranslatableException {
        if (!atEnd()) {
            throw unexpected();
        }
    }

    NotTranslatableException unexpected() {
        return new NotTranslatableException(
                atEnd() ? "its end is not understood" : "it uses " + text(tokens.get(next)));
    }

    private static String text(Token token) {
        if (token instanceof Token.Word word) {
            return word.word();
        }
        return token instanceof Token.Name name ? name.column() : "a literal where none is understood";
    }

    /** Passes everything up to one of these words outside of parentheses, or the end, and gives those tokens. */
    List<Token> upTo(List<String> words) {
        int first = next;
        int depth = 0;
        while (!atEnd() && (depth > 0 || words.stream().noneMatch(this::isAhead))) {
            depth += isAhead("(") ? 1 : isAhead(")") ? -1 : 0;
            next++;
        }
        return tokens.subList(first, next);
    }

    /** Passes a list up to the end, and gives its items: what is between commas outside of parentheses. */
    List<List<Token>> items() throws NotTranslatableException {
        List<List<Token>> items = new ArrayList<>();
        do {
            items.add(upTo(List.of(",")));
        } while (accept(","));
        expectEnd();
        return items;
    }
}
