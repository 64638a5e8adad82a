package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Expression.Token;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.postgres.SqlTokens.Kind;
import io.github.dbsync.postgres.SqlTokens.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads an expression that PostgreSQL printed as tokens that mean the same everywhere. Casts that change nothing go, and
 * {@code = ANY (ARRAY[...])} becomes the {@code IN (...)} that it once was.
 */
final class PortableReader {

    private static final Set<String> WORDS = Set.of("and", "or", "not", "is", "null", "in", "between", "true", "false");
    private static final Set<String> FUNCTIONS = Set.of("length", "abs", "coalesce", "lower", "upper");
    private static final Set<String> SYMBOLS =
            Set.of("(", ")", ",", "=", "<>", "<", ">", "<=", ">=", "+", "-", "*", "||");
    private static final Set<String> TEXT_TYPES = Set.of("text", "character varying");
    private static final Set<String> NUMBER_TYPES =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> FIRST_WORDS = Set.of("character", "double");

    private final List<SqlToken> tokens;
    private final Function<String, Optional<Column>> columns;
    private final List<Token> portable = new ArrayList<>();
    private int next;

    private PortableReader(List<SqlToken> tokens, Function<String, Optional<Column>> columns) {
        this.tokens = tokens;
        this.columns = columns;
    }

    /** @return empty where some part means nothing, or something else, elsewhere */
    static Optional<List<Token>> read(String printed, Function<String, Optional<Column>> columns) {
        PortableReader reader = new PortableReader(SqlTokens.of(printed), columns);
        while (reader.next < reader.tokens.size()) {
            if (!reader.readToken()) {
                return Optional.empty();
            }
        }
        return Optional.of(List.copyOf(reader.portable));
    }

    private boolean readToken() {
        SqlToken token = tokens.get(next++);
        return switch (token.kind()) {
            case TEXT -> readText(token.text());
            case NUMBER -> readNumber(token.text());
            case WORD -> readWord(token.text());
            case QUOTED_NAME -> readName(token.text());
            case SYMBOL -> readSymbol(token.text());
        };
    }

    private boolean readText(String text) {
        if (!nextIs("::")) {
            return portable.add(new Token.Text(text));
        }
        next++;
        String type = readType();
        if (NUMBER_TYPES.contains(type) && text.matches("-?\\d+(\\.\\d+)?")) {
            return portable.add(new Token.Number(text));
        }
        return TEXT_TYPES.contains(type) && portable.add(new Token.Text(text));
    }

    private boolean readNumber(String digits) {
        portable.add(new Token.Number(digits));
        return !nextIs("::") || NUMBER_TYPES.contains(readCastType());
    }

    private String readCastType() {
        next++;
        return readType();
    }

    /** The name of a type with its modifier and brackets skipped; what is unknown comes out as some unknown name. */
    private String readType() {
        StringBuilder type = new StringBuilder();
        boolean more = true;
        while (more && next < tokens.size() && tokens.get(next).kind() == Kind.WORD) {
            String word = tokens.get(next++).text();
            type.append(type.isEmpty() ? "" : " ").append(word);
            more = FIRST_WORDS.contains(word);
        }
        if (nextIs("(")) {
            skipUntil(")");
        }
        if (nextIs("[")) {
            skipUntil("]");
        }
        return type.toString();
    }

    private void skipUntil(String symbol) {
        while (next < tokens.size() && !nextIs(symbol)) {
            next++;
        }
        next++;
    }

    private boolean readWord(String word) {
        if (WORDS.contains(word)) {
            return portable.add(new Token.Word(word.toUpperCase(Locale.ROOT)));
        }
        if (FUNCTIONS.contains(word) && nextIs("(")) {
            return portable.add(new Token.Word(word.toUpperCase(Locale.ROOT)));
        }
        return readName(word);
    }

    private boolean readName(String name) {
        return columns.apply(name).isPresent() && portable.add(new Token.Name(name));
    }

    private boolean readSymbol(String symbol) {
        if (symbol.equals("=") && nextIsWord("any")) {
            return readArray("IN");
        }
        if (symbol.equals("<>") && nextIsWord("all")) {
            return portable.add(new Token.Word("NOT")) && readArray("IN");
        }
        if (!SYMBOLS.contains(symbol)) {
            return false;
        }
        portable.add(new Token.Word(symbol));
        return !symbol.equals(")") || !nextIs("::") || castChangesNothing();
    }

    /** {@code ANY (ARRAY['a'::text])} or {@code ANY ((ARRAY['a'::character varying])::text[])}. */
    private boolean readArray(String operator) {
        next++;
        portable.add(new Token.Word(operator));
        portable.add(new Token.Word("("));
        boolean cast = peekIs(0, "(") && peekIs(1, "(");
        next += cast ? 2 : 1;
        if (!nextIsWord("array") || !peekIs(1, "[")) {
            return false;
        }
        next += 2;
        while (next < tokens.size() && !nextIs("]")) {
            if (!readToken()) {
                return false;
            }
        }
        next++;
        portable.add(new Token.Word(")"));
        return (!cast || closesWithTextCast()) && closes();
    }

    private boolean closesWithTextCast() {
        return closes() && nextIs("::") && TEXT_TYPES.contains(readCastType());
    }

    private boolean closes() {
        boolean closes = nextIs(")");
        next++;
        return closes;
    }

    /** Whether the cast of {@code (x)::type} at hand changes nothing that a comparison sees. */
    private boolean castChangesNothing() {
        String type = readCastType();
        int last = portable.size() - 1;
        boolean single = last >= 2 && portable.get(last - 2).equals(new Token.Word("("));
        return single && isHarmless(portable.get(last - 1), type);
    }

    private boolean isHarmless(Token operand, String type) {
        if (operand instanceof Token.Number) {
            return NUMBER_TYPES.contains(type);
        } else if (operand instanceof Token.Text) {
            return TEXT_TYPES.contains(type);
        }
        return operand instanceof Token.Name name
                && columns.apply(name.column())
                        .map(column -> isHarmless(column.logical(), type))
                        .orElse(false);
    }

    private static boolean isHarmless(LogicalType operand, String type) {
        if (operand instanceof LogicalType.Int integer) {
            return type.equals("numeric") || type.equals("bigint") || (type.equals("integer") && integer.bytes() <= 4);
        }
        return operand instanceof LogicalType.Text text && !text.padded() && TEXT_TYPES.contains(type);
    }

    private boolean nextIs(String symbol) {
        return peekIs(0, symbol);
    }

    private boolean peekIs(int ahead, String symbol) {
        return next + ahead < tokens.size() && tokens.get(next + ahead).isSymbol(symbol);
    }

    private boolean nextIsWord(String word) {
        return next < tokens.size() && tokens.get(next).isWord(word);
    }
}
