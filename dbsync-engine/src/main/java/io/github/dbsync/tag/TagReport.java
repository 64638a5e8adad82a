package io.github.dbsync.tag;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A tag that is there now.
 *
 * @param name its name
 * @param commit the commit that it is on, in full
 * @param message what it records
 * @param remote the remote that has it too, or null where none was asked for
 * @param made whether it was made just now, rather than found as it would have been made
 */
public record TagReport(
        String name,
        String commit,
        String message,
        @Nullable String remote,
        boolean made) {

    public TagReport {
        requireNonNull(name, "name");
        requireNonNull(commit, "commit");
        requireNonNull(message, "message");
    }

    /** The report as some lines of text. */
    public String text() {
        String what = (made ? "Tagged " : "Tagged already: ") + commit + " as " + name;
        return what + (remote == null ? "" : ", pushed to " + remote) + "\n\n" + message.strip();
    }
}
