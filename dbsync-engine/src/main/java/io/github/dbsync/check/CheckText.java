package io.github.dbsync.check;

import io.github.dbsync.feedback.Problem;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words what all checks found: a line for each, with its problems below. */
final class CheckText {

    private final CheckReport report;

    CheckText(CheckReport report) {
        this.report = report;
    }

    /** How many failed, as a sentence. */
    static String conclusion(CheckReport report) {
        long applicable = report.results().stream()
                .filter(result -> result.verdict() != Verdict.NOT_APPLICABLE)
                .count();
        return report.failed().isEmpty()
                ? "No check failed, of " + applicable + " that apply."
                : report.failed().size() + " of " + applicable + " checks that apply failed.";
    }

    @Override
    public String toString() {
        return Stream.concat(report.results().stream().map(CheckText::lines), Stream.of(conclusion(report)))
                .collect(Collectors.joining("\n"));
    }

    private static String lines(CheckResult result) {
        String said = result.outcome().said();
        String line = String.format(Locale.ROOT, "%-14s  ", result.verdict().words())
                + result.sentence()
                + (said.isEmpty() ? "" : " " + said);
        return Stream.concat(
                        Stream.of(line),
                        result.outcome().problems().stream()
                                .map(Problem::text)
                                .map(text -> text.indent(2).stripTrailing()))
                .collect(Collectors.joining("\n"));
    }
}
