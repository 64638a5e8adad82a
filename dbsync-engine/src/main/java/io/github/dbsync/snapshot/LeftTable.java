package io.github.dbsync.snapshot;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.Table;

/**
 * A table as a sync left it.
 *
 * @param table the table, with the logical types that its rows were written in
 * @param rows their number
 * @param digest of them, as {@link io.github.dbsync.batch.TableDigest#hex()} has it
 */
public record LeftTable(Table table, long rows, String digest) {

    public LeftTable {
        requireNonNull(table, "table");
        requireNonNull(digest, "digest");
    }
}
