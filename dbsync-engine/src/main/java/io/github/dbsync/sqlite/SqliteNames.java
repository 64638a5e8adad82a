package io.github.dbsync.sqlite;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.codec.digest.DigestUtils;

/** How SQLite writes names and texts. */
final class SqliteNames {

    private static final int HASH_DIGITS = 8;

    private SqliteNames() {}

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoteAll(List<String> names) {
        return names.stream().map(SqliteNames::quote).collect(Collectors.joining(", "));
    }

    /** Whether these are the same names for SQLite, which is blind to case. */
    static boolean same(List<String> some, List<String> others) {
        return some.size() == others.size()
                && IntStream.range(0, some.size()).allMatch(i -> some.get(i).equalsIgnoreCase(others.get(i)));
    }

    /** Another name that is made from one that cannot be had. */
    static String alternative(String name) {
        return "_" + name + "_" + DigestUtils.sha256Hex(name).substring(0, HASH_DIGITS);
    }

    /** A text as a literal. */
    static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
