package io.github.dbsync.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the last sync of a project that ended well.
 *
 * @param started when it began
 * @param source the source for people, without secrets
 * @param target the target for people, without secrets
 * @param verify what was proven: {@code digest}, {@code count} or {@code none}
 * @param schemas the fingerprint of the definitions of these tables at each end, by its dialect, as {@link
 *     io.github.dbsync.memory.Fingerprint#ofDefinitions} has it; empty where none is known
 * @param snapshot of what was overwritten, or null where none was taken
 * @param tables what was moved, in this order
 */
public record LastSync(
        Instant started,
        String source,
        String target,
        String verify,
        Map<String, String> schemas,
        @Nullable TakenSnapshot snapshot,
        List<SyncedTable> tables) {

    public LastSync {
        requireNonNull(started, "started");
        requireNonNull(source, "source");
        requireNonNull(target, "target");
        requireNonNull(verify, "verify");
        schemas = Map.copyOf(schemas);
        tables = List.copyOf(tables);
    }

    /**
     * A snapshot that was taken.
     *
     * @param file the name of its script
     * @param sha256 of the script, not compressed, in hexadecimal digits
     */
    public record TakenSnapshot(String file, String sha256) {

        public TakenSnapshot {
            requireNonNull(file, "file");
            requireNonNull(sha256, "sha256");
        }
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
