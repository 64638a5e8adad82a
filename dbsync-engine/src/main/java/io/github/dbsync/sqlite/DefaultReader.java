package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Default;
import io.github.dbsync.catalog.Default.Meaning;
import io.github.dbsync.sqlite.SqliteToken.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says what the text of a column's DEFAULT means. */
final class DefaultReader {

    private static final Map<String, Meaning> WORDS = Map.of(
            "NULL", new Meaning.Null(),
            "TRUE", new Meaning.Bool(true),
            "FALSE", new Meaning.Bool(false),
            "CURRENT_TIMESTAMP", new Meaning.CurrentTimestamp(),
            "CURRENT_DATE", new Meaning.CurrentDate(),
            "CURRENT_TIME", new Meaning.CurrentTime());

    private static final Map<String, Meaning> NOW = Map.of(
            "DATETIME", new Meaning.CurrentTimestamp(),
            "DATE", new Meaning.CurrentDate(),
            "TIME", new Meaning.CurrentTime());

    private DefaultReader() {}

    /** @param declared the text as {@code PRAGMA table_xinfo} gives it: without parentheses around it */
    static Default read(String declared) {
        return new Default(declared, meaning(SqliteTokenizer.tokens(declared)));
    }

    private static Meaning meaning(List<SqliteToken> tokens) {
        return switch (tokens.size()) {
            case 1 -> literal(tokens.get(0));
            case 2 -> signed(tokens.get(0), tokens.get(1));
            case 4 -> now(tokens);
            default -> new Meaning.Unknown();
        };
    }

    /** A name stands for itself as a text: {@code DEFAULT "foo"} and even {@code DEFAULT foo}. */
    private static Meaning literal(SqliteToken token) {
        return switch (token.kind()) {
            case WORD -> WORDS.getOrDefault(token.upperCase(), new Meaning.Text(token.text()));
            case QUOTED, TEXT -> new Meaning.Text(token.text());
            case NUMBER -> number("", token);
            case BLOB -> new Meaning.Bytes(token.text().toLowerCase(Locale.ROOT));
            case SIGN -> new Meaning.Unknown();
        };
    }

    private static Meaning signed(SqliteToken sign, SqliteToken number) {
        boolean minus = sign.isSign("-");
        if (number.kind() != Kind.NUMBER || (!minus && !sign.isSign("+"))) {
            return new Meaning.Unknown();
        }
        return number(minus ? "-" : "", number);
    }

    private static Meaning number(String sign, SqliteToken token) {
        boolean decimal = token.text().matches("[0-9.]+([eE][+-]?[0-9]+)?");
        return decimal ? new Meaning.Number(sign + token.text()) : new Meaning.Unknown();
    }

    private static Meaning now(List<SqliteToken> call) {
        boolean ofNow = call.get(1).isSign("(")
                && call.get(2).kind() == Kind.TEXT
                && call.get(2).text().equalsIgnoreCase("now")
                && call.get(3).isSign(")");
        return ofNow ? NOW.getOrDefault(call.get(0).upperCase(), new Meaning.Unknown()) : new Meaning.Unknown();
    }
}
