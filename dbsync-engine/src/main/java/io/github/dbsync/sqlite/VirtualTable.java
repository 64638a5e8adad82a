package io.github.dbsync.sqlite;

import java.util.List;
import java.util.Locale;

/**
 * What a CREATE VIRTUAL TABLE that SQLite has accepted says.
 *
 * @param module what implements it, in lower case
 * @param content the table or view that a full-text index covers without keeping its rows (SQLite docs, "FTS5", 4.4; "FTS3 and
 *     FTS4", 6.2); empty where there is none
 */
record VirtualTable(String module, String content) {

    static VirtualTable parse(String sql) {
        TokenCursor cursor = new TokenCursor(sql);
        while (!cursor.atEnd() && !cursor.accepts("USING")) {
            cursor.next();
        }
        String module = cursor.next().text().toLowerCase(Locale.ROOT);
        return new VirtualTable(module, module.startsWith("fts") ? content(cursor) : "");
    }

    private static String content(TokenCursor cursor) {
        String content = "";
        cursor.acceptsSign("(");
        while (!cursor.atEnd() && !cursor.acceptsSign(")")) {
            List<SqliteToken> argument = cursor.listItem();
            if (isContent(argument)) {
                content = argument.get(2).text();
            }
            cursor.acceptsSign(",");
        }
        return content;
    }

    private static boolean isContent(List<SqliteToken> argument) {
        return argument.size() == 3
                && argument.get(0).isWord("content")
                && argument.get(1).isSign("=");
    }
}
