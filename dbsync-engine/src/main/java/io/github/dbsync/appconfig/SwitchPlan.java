package io.github.dbsync.appconfig;

import io.github.dbsync.feedback.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the application is pointed at the other end.
 *
 * @param edits the changes, to be made all or none; empty where there is nothing to change
 * @param findings what is left to the user, and what was kept where
 * @param initial a migration that is made, and that the target has to note as applied; or null
 */
public record SwitchPlan(
        List<FileEdit> edits,
        List<Problem> findings,
        @Nullable AppliedMigration initial) {

    /** Leaves every file as it is. */
    public static final SwitchPlan NOTHING = new SwitchPlan(List.of(), List.of(), null);

    public SwitchPlan {
        edits = List.copyOf(edits);
        findings = List.copyOf(findings);
    }

    /** The same with further findings. */
    public SwitchPlan and(List<Problem> further) {
        return new SwitchPlan(
                edits, Stream.concat(findings.stream(), further.stream()).toList(), initial);
    }
}
