package io.github.dbsync.snapshot;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.QualifiedName;

/**
 * Where the rows of a table stand in a script, and what they are.
 *
 * @param table its name
 * @param rows their number
 * @param digest of them, as {@link io.github.dbsync.batch.TableDigest#hex()} has it
 * @param position how many bytes of the script come before what stands before the rows
 * @param line the number of the line where that begins, from 1
 */
public record DumpedTable(QualifiedName table, long rows, String digest, long position, long line) {

    public DumpedTable {
        requireNonNull(table, "table");
        requireNonNull(digest, "digest");
    }
}
