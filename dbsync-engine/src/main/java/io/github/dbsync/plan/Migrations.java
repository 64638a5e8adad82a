package io.github.dbsync.plan;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.migration.MigrationHistory;
import io.github.dbsync.migration.MigrationTables;
import io.github.dbsync.migration.MigrationTool;
import java.util.List;
import java.util.stream.Stream;

/**
 * What migration tools keep at both ends. None of it is moved, emptied or dropped.
 *
 * @param source their tables at the source
 * @param target their tables at the target
 */
public record Migrations(MigrationTables source, MigrationTables target) {

    public Migrations {
        requireNonNull(source, "source");
        requireNonNull(target, "target");
    }

    List<LedgerEntry> ledger() {
        return Stream.concat(
                        source.tables().stream()
                                .map(table ->
                                        leftBehind("table", table.name(), "it says which migrations made the source")),
                        source.others().stream().map(Migrations::leftBehind))
                .toList();
    }

    private static LedgerEntry leftBehind(OtherObject object) {
        return leftBehind(object.kind(), object.name(), "it belongs to the history of migrations");
    }

    private static LedgerEntry leftBehind(String kind, QualifiedName name, String note) {
        return new LedgerEntry(kind, name.toString(), Fate.LEFT_BEHIND, note);
    }

    /** What the user should know where the target's schema is made anew. Prisma's history begins anew with the switch. */
    List<Problem> findingsOfPush() {
        return target
                .history()
                .or(() -> source.history().filter(history -> history.tool() != MigrationTool.PRISMA_MIGRATE))
                .map(history -> target.history().isPresent() ? madeOver(history) : notBrought(history))
                .stream()
                .toList();
    }

    private static Problem madeOver(MigrationHistory history) {
        return Problem.warning(
                ProblemCode.MIGRATION_HISTORY,
                "The target's schema is made anew, and its history of migrations stays: " + history + ".",
                "table " + history.table() + " of the target",
                history.tool() == MigrationTool.PRISMA_MIGRATE
                        ? "It may no longer describe what is there, unless the switch of the project's migrations begins it anew."
                        : "It may no longer describe what is there, and its tool would go on from it.",
                "Leave out dbsync.schema=push, so that the schema is kept and only its rows are replaced");
    }

    private static Problem notBrought(MigrationHistory history) {
        return Problem.warning(
                ProblemCode.MIGRATION_HISTORY,
                "The source's history of migrations is not brought to the target: " + history + ".",
                "table " + history.table() + " of the source",
                "It says which migrations made the source. The target has none of its own, so that dbsync makes its schema.",
                "Let " + history.tool().label()
                        + " make the target's schema first, then sync: it is kept, and only its rows are replaced");
    }
}
