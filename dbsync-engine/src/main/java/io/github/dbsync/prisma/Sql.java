package io.github.dbsync.prisma;

import java.nio.charset.StandardCharsets;

/** Names and texts as both databases write and measure them. */
final class Sql {

    /** What PostgreSQL keeps of a name (PostgreSQL docs, Lexical Structure, 4.1.1). */
    static final int POSTGRESQL_NAME_BYTES = 63;

    private Sql() {}

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The beginning of a name that has at most so many bytes, no character cut in two. */
    static String clip(String name, int bytes) {
        int end = name.length();
        while (bytes(name.substring(0, end)) > bytes) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
