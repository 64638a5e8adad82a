package io.github.dbsync.sqlite;

import io.github.dbsync.dialect.Statement;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.memory.MemoryText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Keeps a memory in views whose SQL carries its text: an application's own tools leave views alone. A text of many tables is
 * divided among several views, for the widespread driver sqlite-jdbc cannot open a database with a statement of more than
 * a million characters in its schema.
 */
final class SqliteMemory {

    private static final String NAME = "dbsync_memory";
    private static final Pattern PART = Pattern.compile(NAME + "(_[0-9]+)?");

    /** Characters in a view; each may be doubled by quoting, or take more than one byte. */
    private static final int PART_LENGTH = 200_000;

    private SqliteMemory() {}

    /** Whether a view is a part of the memory. */
    static boolean isPart(String view) {
        return PART.matcher(view).matches();
    }

    static Optional<Memory> read(SqliteDatabase database) {
        StringBuilder text = new StringBuilder();
        int part = 1;
        while (isThere(database, part)) {
            text.append(database.text("SELECT \"memory\" FROM " + SqliteNames.quote(name(part)))
                    .orElse(""));
            part++;
        }
        return part == 1 ? Optional.empty() : Optional.of(MemoryText.decode(text.toString()));
    }

    /** Keeps a memory in the place of any before; an empty one leaves no trace. */
    static void write(SqliteDatabase database, Memory memory) {
        for (int part = 1; isThere(database, part); part++) {
            database.execute("DROP VIEW " + SqliteNames.quote(name(part)));
        }
        statements(memory).forEach(statement -> database.execute(statement.sql()));
    }

    /** What keeps a memory in a database that has none; nothing for an empty one. */
    static List<Statement> statements(Memory memory) {
        List<String> parts = memory.isEmpty() ? List.of() : parts(MemoryText.encode(memory));
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new Statement(
                        "CREATE VIEW " + SqliteNames.quote(name(i + 1)) + " AS SELECT "
                                + SqliteNames.literal(parts.get(i)) + " AS \"memory\"",
                        "what dbsync needs for the way back"))
                .toList();
    }

    private static boolean isThere(SqliteDatabase database, int part) {
        return database.number("SELECT count(*) FROM sqlite_schema WHERE type = 'view' AND name = "
                        + SqliteNames.literal(name(part)))
                > 0;
    }

    private static String name(int part) {
        return part == 1 ? NAME : NAME + "_" + part;
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = Math.min(start + PART_LENGTH, text.length());
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            parts.add(text.substring(start, end));
            start = end;
        }
        return parts;
    }
}
