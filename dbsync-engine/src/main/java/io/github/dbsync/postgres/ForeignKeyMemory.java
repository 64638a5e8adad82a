package io.github.dbsync.postgres;

import io.github.dbsync.dialect.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The memory in which PostgreSQL checks new foreign keys: the same that it sorts indexes in (PostgreSQL docs, 20.4.1,
 * {@code maintenance_work_mem}). So much would make it hash a large table as a whole, far beyond a processor's cache; with less
 * it merges the two indexes, or hashes part by part, in a fraction of the time.
 */
final class ForeignKeyMemory {

    private static final String LITTLE = "'4MB'";

    private static final String AS_CONFIGURED = "DEFAULT";

    private ForeignKeyMemory() {}

    /** Statements that make foreign keys, with what they need around them; none for none. */
    static List<Statement> around(List<Statement> foreignKeys) {
        return foreignKeys.isEmpty()
                ? foreignKeys
                : Stream.of(
                                List.of(memory(LITTLE, "foreign keys are checked part by part")),
                                foreignKeys,
                                List.of(memory(AS_CONFIGURED, "memory as it is configured")))
                        .flatMap(List::stream)
                        .toList();
    }

    private static Statement memory(String size, String reason) {
        return new Statement("SET LOCAL maintenance_work_mem = " + size, reason);
    }
}
