package io.github.dbsync.dialect;

import static java.util.Objects.requireNonNull;

/**
 * What becomes of one object of the source. The ledger of a plan has one entry for each.
 *
 * @param kind what it is: {@code table}, {@code index}, {@code check}, {@code view} ...
 * @param name its name, with its table's where it hangs on one
 * @param fate what becomes of it
 * @param note how, or why not; empty where the fate says it all
 */
public record LedgerEntry(String kind, String name, Fate fate, String note) {

    public LedgerEntry {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(fate, "fate");
        requireNonNull(note, "note");
    }

    /** The fates an object can meet. None of them is silence. */
    public enum Fate {
        /** Said on the other side with the same meaning. */
        TRANSLATED,
        /** Made again exactly as it once was, from what the source remembered. */
        RESTORED,
        /** Kept verbatim with the target for the way back; of no effect there. */
        REMEMBERED,
        /** Stays with the source only, and the user is told. */
        LEFT_BEHIND,
        /** Stops the sync. */
        REFUSED
    }
}
