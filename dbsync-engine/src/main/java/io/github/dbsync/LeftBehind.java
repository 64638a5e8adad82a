package io.github.dbsync;

import static java.util.stream.Collectors.joining;

import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.plan.SyncPlan;
import io.github.dbsync.report.ReportDraft;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What did not come into a scratch database, and so comes no further. */
final class LeftBehind {

    private static final int NAMED = 10;

    private LeftBehind() {}

    /**
     * One warning for all of it, or none.
     *
     * @param draft of the run that filled the scratch database
     * @param remedy what brings it to where it is wanted
     */
    static Stream<Problem> in(ReportDraft draft, String remedy) {
        List<LedgerEntry> left = Optional.ofNullable(draft.report().plan()).map(SyncPlan::ledger).stream()
                .flatMap(List::stream)
                .filter(entry -> entry.fate() == Fate.LEFT_BEHIND)
                .toList();
        return left.isEmpty() ? Stream.of() : Stream.of(warning(left, remedy));
    }

    private static Problem warning(List<LedgerEntry> left, String remedy) {
        return Problem.warning(
                ProblemCode.LEFT_ON_THE_WAY,
                "Objects do not come to the other side: " + left.size() + ".",
                left.stream()
                                .limit(NAMED)
                                .map(entry -> entry.kind() + " " + entry.name())
                                .collect(joining(", "))
                        + (left.size() > NAMED ? " and others" : ""),
                "The scratch database on the way there cannot have them: "
                        + left.stream()
                                .map(LedgerEntry::note)
                                .distinct()
                                .limit(NAMED)
                                .collect(joining("; ")) + ".",
                remedy);
    }
}
