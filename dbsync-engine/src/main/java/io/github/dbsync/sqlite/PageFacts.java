package io.github.dbsync.sqlite;

import java.util.Optional;

/**
 * What decides whether a table is read by the pages of its file or by SQLite.
 *
 * @param held whether SQLite holds a read transaction on the file for this, and nothing of its own is unwritten
 * @param found whether the file that SQLite has open could be opened beside it
 * @param logged whether pages may stand in a write-ahead log
 * @param understood whether the file's header says nothing that is unknown here
 * @param tree whether the table has a b-tree of its own
 * @param inOrder whether its rows stand in the order in which they are asked for
 * @param stored whether all columns that are asked for stand in its records
 * @param readable whether the defaults of these columns, which rows that are older than they have, are texts in the file's encoding
 */
record PageFacts(
        boolean held,
        boolean found,
        boolean logged,
        boolean understood,
        boolean tree,
        boolean inOrder,
        boolean stored,
        boolean readable) {

    /** Why SQLite must be asked for the rows; the first reason that applies. */
    enum Reason {
        /** Somebody else's transaction: its changes may stand in no file yet. */
        NOT_HELD,
        /** The file cannot be opened, or another one has taken its place. */
        NOT_FOUND,
        LOGGED,
        HEADER_UNKNOWN,
        NO_TREE,
        OTHER_ORDER,
        NOT_STORED,
        UNREADABLE_DEFAULT
    }

    /** Empty where the pages say the same as SQLite. */
    Optional<Reason> against() {
        if (!held) {
            return Optional.of(Reason.NOT_HELD);
        }
        if (!found) {
            return Optional.of(Reason.NOT_FOUND);
        }
        if (logged) {
            return Optional.of(Reason.LOGGED);
        }
        if (!understood) {
            return Optional.of(Reason.HEADER_UNKNOWN);
        }
        return againstTable();
    }

    private Optional<Reason> againstTable() {
        if (!tree) {
            return Optional.of(Reason.NO_TREE);
        }
        if (!inOrder) {
            return Optional.of(Reason.OTHER_ORDER);
        }
        if (!stored) {
            return Optional.of(Reason.NOT_STORED);
        }
        return readable ? Optional.empty() : Optional.of(Reason.UNREADABLE_DEFAULT);
    }
}
