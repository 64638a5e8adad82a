package io.github.dbsync.appconfig;

import io.github.dbsync.feedback.Problem;
import java.util.List;

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
}
