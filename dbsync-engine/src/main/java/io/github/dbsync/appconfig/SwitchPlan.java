package io.github.dbsync.appconfig;

import io.github.dbsync.feedback.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the application is pointed at the other end.
 *
 * @param edits the changes, to be made all or none; empty where there is nothing to change
 * @param findings what is left to the user, and what was kept where
 */
public record SwitchPlan(List<FileEdit> edits, List<Problem> findings) {

    /** Leaves every file as it is. */
    public static final SwitchPlan NOTHING = new SwitchPlan(List.of(), List.of());

    public SwitchPlan {
        edits = List.copyOf(edits);
        findings = List.copyOf(findings);
    }

    /** The same with further findings. */
    public SwitchPlan and(List<Problem> further) {
        return new SwitchPlan(
                edits, Stream.concat(findings.stream(), further.stream()).toList());
    }
}
