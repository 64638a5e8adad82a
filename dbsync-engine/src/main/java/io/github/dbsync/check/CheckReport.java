package io.github.dbsync.check;

import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What all checks found.
 *
 * @param results each check in the order in which they were made
 * @param strict whether a warning counts as a failure
 */
public record CheckReport(List<CheckResult> results, boolean strict) {

    public CheckReport {
        results = List.copyOf(results);
    }

    /** The checks that keep the build from succeeding. */
    public List<CheckResult> failed() {
        Set<Verdict> failing = strict ? EnumSet.of(Verdict.FAILED, Verdict.WARNING) : EnumSet.of(Verdict.FAILED);
        return results.stream()
                .filter(result -> failing.contains(result.verdict()))
                .toList();
    }

    /** The refusal of a build that wants everything to hold; nothing where it does. */
    public Optional<Problem> refusal() {
        List<CheckResult> failed = failed();
        return failed.isEmpty()
                ? Optional.empty()
                : Optional.of(Problem.refusal(
                        ProblemCode.CHECK_FAILED,
                        CheckText.conclusion(this),
                        failed.stream().map(CheckResult::sentence).collect(Collectors.joining(" ")),
                        failed.stream().anyMatch(result -> result.verdict() == Verdict.WARNING)
                                ? "These do not hold, or have a warning, which dbsync.check.strict counts as a failure."
                                : "These do not hold.",
                        "Do what is said of each above and in " + CheckReportFile.NAME));
    }

    /** The report as some paragraphs of text. */
    public String text() {
        return new CheckText(this).toString();
    }
}
