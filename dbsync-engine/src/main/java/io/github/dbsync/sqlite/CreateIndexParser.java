package io.github.dbsync.sqlite;

import io.github.dbsync.sqlite.ParsedTable.ParsedExpression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the expressions out of a CREATE INDEX that SQLite has accepted. */
final class CreateIndexParser {

    private final TokenCursor cursor;

    private CreateIndexParser(String sql) {
        this.cursor = new TokenCursor(sql);
    }

    static ParsedIndex parse(String sql) {
        return new CreateIndexParser(sql).index();
    }

    private ParsedIndex index() {
        while (!cursor.atEnd() && !cursor.peek().isSign("(")) {
            cursor.next();
        }
        cursor.acceptsSign("(");
        List<ParsedExpression> parts = new ArrayList<>();
        while (!cursor.atEnd() && !cursor.acceptsSign(")")) {
            parts.add(expression(withoutOrder(cursor.listItem())));
            cursor.acceptsSign(",");
        }
        return new ParsedIndex(parts, cursor.accepts("WHERE") ? expression(cursor.rest()) : null);
    }

    private ParsedExpression expression(List<SqliteToken> tokens) {
        return new ParsedExpression(cursor.text(tokens), tokens);
    }

    private static List<SqliteToken> withoutOrder(List<SqliteToken> tokens) {
        int end = tokens.size();
        if (end > 1 && (tokens.get(end - 1).isWord("ASC") || tokens.get(end - 1).isWord("DESC"))) {
            end--;
        }
        if (end > 2 && tokens.get(end - 2).isWord("COLLATE")) {
            end -= 2;
        }
        return tokens.subList(0, end);
    }

    /** The parts of an index, and its WHERE or null. */
    record ParsedIndex(
            List<ParsedExpression> parts, @Nullable ParsedExpression where) {}
}
