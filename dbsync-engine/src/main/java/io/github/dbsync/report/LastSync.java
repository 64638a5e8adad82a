package io.github.dbsync.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What is known of the last sync of a project that ended well.
 *
 * @param started when it began
 * @param source the source for people, without secrets
 * @param target the target for people, without secrets
 * @param verify what was proven: {@code digest}, {@code count} or {@code none}
 * @param tables what was moved, in this order
 */
public record LastSync(Instant started, String source, String target, String verify, List<SyncedTable> tables) {

    public LastSync {
        requireNonNull(started, "started");
        requireNonNull(source, "source");
        requireNonNull(target, "target");
        requireNonNull(verify, "verify");
        tables = List.copyOf(tables);
    }

    /**
     * A table that was moved.
     *
     * @param source its name at the source
     * @param target its name at the target
     * @param rows the number of its rows
     * @param digest of its rows, in hexadecimal digits
     */
    public record SyncedTable(String source, String target, long rows, String digest) {

        public SyncedTable {
            requireNonNull(source, "source");
            requireNonNull(target, "target");
            requireNonNull(digest, "digest");
        }
    }

    /** The sync as one sentence. */
    public String text() {
        return "last sync at " + started + ", verified by " + verify + ":\n  from " + source + "\n  to " + target;
    }
}
