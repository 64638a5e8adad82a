package io.github.dbsync.doctor;

import io.github.dbsync.appconfig.FileEdit;
import io.github.dbsync.feedback.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a sync would find what it needs, and whether what is private stays so.
 *
 * @param checks everything that was looked at
 * @param repaired the files that were changed, where that was asked for
 */
public record Diagnosis(List<Check> checks, List<FileEdit> repaired) {

    public Diagnosis {
        checks = List.copyOf(checks);
        repaired = List.copyOf(repaired);
    }

    /** The first thing that keeps a sync from running, if any. */
    public Optional<Problem> refusal() {
        return checks.stream().map(Check::refusal).flatMap(Optional::stream).findFirst();
    }

    /** The diagnosis as some lines of text. */
    public String text() {
        return Stream.concat(checks.stream().map(Check::text), repaired.stream().map(edit -> "repaired " + edit.path()))
                .collect(Collectors.joining("\n"));
    }
}
