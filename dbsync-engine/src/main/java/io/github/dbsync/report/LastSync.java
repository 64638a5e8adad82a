package io.github.dbsync.report;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What is known of the last sync of a project that ended well.
 *
 * @param started when it began
 * @param source the source for people, without secrets
 * @param target the target for people, without secrets
 * @param verify what was proven: {@code digest}, {@code count} or {@code none}
 */
public record LastSync(Instant started, String source, String target, String verify) {

    public LastSync {
        requireNonNull(started, "started");
        requireNonNull(source, "source");
        requireNonNull(target, "target");
        requireNonNull(verify, "verify");
    }

    /** The sync as one sentence. */
    public String text() {
        return "last sync at " + started + ", verified by " + verify + ":\n  from " + source + "\n  to " + target;
    }
}
