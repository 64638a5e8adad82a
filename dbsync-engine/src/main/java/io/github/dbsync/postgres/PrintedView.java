package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Expression.Token;
import io.github.dbsync.postgres.SqlTokens.Kind;
import io.github.dbsync.postgres.SqlTokens.SqlToken;
import io.github.dbsync.query.KeyWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A view as PostgreSQL prints it, as tokens: {@code = ANY (ARRAY[...])} is again the {@code IN (...)} that it once was. */
final class PrintedView {

    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");

    /** The words of types with two names that are printed before a column can follow. */
    private static final Set<String> FIRST_WORDS = Set.of("character", "double");

    private final List<SqlToken> printed;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    PrintedView(String definition) {
        this.printed = SqlTokens.of(definition);
    }

    List<Token> tokens() {
        while (next < printed.size()) {
            add(printed.get(next++));
        }
        return List.copyOf(tokens);
    }

    private void add(SqlToken token) {
        switch (token.kind()) {
            case TEXT -> addText(token.text());
            case NUMBER -> tokens.add(new Token.Number(token.text()));
            case QUOTED_NAME -> tokens.add(new Token.Name(token.text()));
            case WORD -> addWord(token.text());
            case SYMBOL -> addSymbol(token.text());
        }
    }

    /** A negative number is printed as a text that is cast. */
    private void addText(String text) {
        boolean number = text.matches("-?\\d+") && isSymbol(0, "::") && isWord(1, INTEGERS);
        tokens.add(number ? new Token.Number(text) : new Token.Text(text));
    }

    private void addWord(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        boolean isColumn = !tokens.isEmpty() && tokens.get(tokens.size() - 1).equals(new Token.Word("."));
        tokens.add(KeyWords.contains(upper) && !isColumn ? new Token.Word(upper) : new Token.Name(word));
    }

    private void addSymbol(String symbol) {
        if (symbol.equals("::")) {
            tokens.add(new Token.Word("::"));
            tokens.add(new Token.Word(type()));
        } else if (isArray(symbol, "=", "any")) {
            addArray("IN");
        } else if (isArray(symbol, "<>", "all")) {
            tokens.add(new Token.Word("NOT"));
            addArray("IN");
        } else {
            tokens.add(new Token.Word(symbol));
        }
    }

    /** A type in upper case with its modifier and brackets, so that none passes for another. */
    private String type() {
        StringBuilder type = new StringBuilder();
        boolean more = true;
        while (more && next < printed.size() && printed.get(next).kind() == Kind.WORD) {
            String word = printed.get(next++).text();
            type.append(type.isEmpty() ? "" : " ").append(word.toUpperCase(Locale.ROOT));
            more = FIRST_WORDS.contains(word);
        }
        if (isSymbol(0, "[") || isSymbol(0, "(")) {
            type.append(printed.get(next).text());
        }
        return type.toString();
    }

    private boolean isArray(String symbol, String operator, String quantifier) {
        return symbol.equals(operator)
                && isWord(0, Set.of(quantifier))
                && isSymbol(1, "(")
                && isWord(2, Set.of("array"))
                && isSymbol(3, "[");
    }

    /** {@code ANY (ARRAY[1, 2])}. */
    private void addArray(String operator) {
        next += 4;
        tokens.add(new Token.Word(operator));
        tokens.add(new Token.Word("("));
        while (next < printed.size() && !isSymbol(0, "]")) {
            add(printed.get(next++));
        }
        next++;
    }

    private boolean isSymbol(int ahead, String symbol) {
        return next + ahead < printed.size() && printed.get(next + ahead).isSymbol(symbol);
    }

    private boolean isWord(int ahead, Set<String> words) {
        return next + ahead < printed.size()
                && printed.get(next + ahead).kind() == Kind.WORD
                && words.contains(printed.get(next + ahead).text());
    }
}
