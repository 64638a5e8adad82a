package io.github.dbsync.check;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.feedback.Problem;
import java.util.List;

/**
 * What a check found.
 *
 * @param said what was looked at, or why there was nothing to look at
 * @param applicable whether there was anything to look at
 * @param problems what is wrong, or worth knowing
 */
public record Outcome(String said, boolean applicable, List<Problem> problems) {

    public Outcome {
        requireNonNull(said, "said");
        problems = List.copyOf(problems);
    }

    static Outcome passed(String said) {
        return new Outcome(said, true, List.of());
    }

    static Outcome failed(Problem problem) {
        return new Outcome("", true, List.of(problem));
    }

    /** @param said what was looked at, where nothing is wrong */
    static Outcome of(String said, List<Problem> problems) {
        return new Outcome(problems.isEmpty() ? said : "", true, problems);
    }

    static Outcome notApplicable(String why) {
        return new Outcome(why, false, List.of());
    }
}
