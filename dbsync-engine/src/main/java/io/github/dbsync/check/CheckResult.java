package io.github.dbsync.check;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.Severity;

/**
 * A check, and what it found.
 *
 * @param sentence what should hold
 * @param outcome what was found
 */
public record CheckResult(String sentence, Outcome outcome) {

    public CheckResult {
        requireNonNull(sentence, "sentence");
        requireNonNull(outcome, "outcome");
    }

    public Verdict verdict() {
        if (!outcome.applicable()) {
            return Verdict.NOT_APPLICABLE;
        }
        if (outcome.problems().stream().anyMatch(Problem::refuses)) {
            return Verdict.FAILED;
        }
        return outcome.problems().stream().anyMatch(problem -> problem.severity() == Severity.WARNING)
                ? Verdict.WARNING
                : Verdict.PASSED;
    }
}
