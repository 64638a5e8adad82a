package io.github.dbsync.seed;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.LiveTarget;
import io.github.dbsync.feedback.Interruption;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.seed.RowChange.Kind;
import java.util.ArrayList;
import java.util.List;

/** Writes changes, those that are alike by one statement. Where that is refused, each alone, to find the row that is meant. */
final class ChangeWriter {

    private final LiveTarget target;

    ChangeWriter(LiveTarget target) {
        this.target = target;
    }

    /** What the database refused. */
    List<Problem> write(List<RowChange> changes) {
        List<Problem> problems = new ArrayList<>();
        for (List<RowChange> group : groups(changes)) {
            Interruption.check();
            if (target.attempt(() -> writeAll(group)).isPresent()) {
                group.forEach(change -> target.attempt(() -> writeAll(List.of(change)))
                        .ifPresent(refused -> problems.add(SeedProblems.refused(change.row(), refused))));
            }
        }
        return problems;
    }

    /** Changes that follow each other and are alike; what is there already is left out. */
    private static List<List<RowChange>> groups(List<RowChange> changes) {
        List<List<RowChange>> groups = new ArrayList<>();
        for (RowChange change : changes) {
            if (change.kind() == Kind.SAME) {
                continue;
            }
            List<RowChange> last = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            if (last.isEmpty() || !change.isLike(last.get(0))) {
                last = new ArrayList<>();
                groups.add(last);
            }
            last.add(change);
        }
        return groups;
    }

    private void writeAll(List<RowChange> group) {
        RowChange first = group.get(0);
        Table table = first.row().table();
        Table scratch = ScratchRows.fill(
                target, table, group.stream().map(RowChange::values).toList());
        if (first.kind() == Kind.CHANGED) {
            target.update(scratch, table, first.key());
        } else {
            target.insert(scratch, table);
        }
    }
}
