package io.github.dbsync.sqlite;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How SQLite writes names and texts. */
final class SqliteNames {

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

    /** A text as a literal. */
    static String literal(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }
}
