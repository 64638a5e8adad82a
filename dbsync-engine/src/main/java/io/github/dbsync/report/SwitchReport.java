package io.github.dbsync.report;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.FileEdit;
import io.github.dbsync.appconfig.SwitchPlan;
import io.github.dbsync.feedback.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the application was pointed at the other end, without its data.
 *
 * @param source the end that it used, for people, without secrets
 * @param target the end that it uses now, for people, without secrets
 * @param plan the edits that were made, and what is left to the user
 * @param hints what finding the ends brought up
 */
public record SwitchReport(String source, String target, SwitchPlan plan, List<Problem> hints) {

    public SwitchReport {
        requireNonNull(source, "source");
        requireNonNull(target, "target");
        requireNonNull(plan, "plan");
        hints = List.copyOf(hints);
    }

    /** The report as some lines of text. */
    public String text() {
        Stream<String> ends = Stream.of("from  " + source + "\nto    " + target);
        Stream<String> findings =
                Stream.concat(hints.stream(), plan.findings().stream()).map(Problem::text);
        Stream<String> edits = plan.edits().isEmpty()
                ? Stream.of("No file was changed.")
                : plan.edits().stream().map(FileEdit::done);
        return Stream.of(ends, findings, edits)
                .flatMap(lines -> lines)
                .reduce((above, below) -> above + "\n\n" + below)
                .orElseThrow();
    }
}
