package io.github.dbsync.plan;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.memory.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of tables whose rows mean nothing without another object or system: the target's memory keeps them, and on the
 * way back they are as they were.
 *
 * @param tables their plans
 * @param ledger one entry for each
 * @param findings rows that are not as they were kept
 */
record AuxiliaryPlan(List<TablePlan> tables, List<LedgerEntry> ledger, List<Problem> findings) {

    private static final String KIND = "auxiliary table";

    AuxiliaryPlan {
        tables = List.copyOf(tables);
        ledger = List.copyOf(ledger);
        findings = List.copyOf(findings);
    }

    static AuxiliaryPlan of(PlanInput input) {
        if (input.memoryOfTarget().isPresent() && input.keptSchema().isPresent()) {
            return leftBehind(input);
        }
        return input.memoryOfTarget().map(memory -> restored(input, memory)).orElseGet(() -> kept(input));
    }

    /** They belong to what the target keeps or does not have. */
    private static AuxiliaryPlan leftBehind(PlanInput input) {
        List<LedgerEntry> ledger = input.auxiliaries().stream()
                .map(auxiliary -> new LedgerEntry(
                        KIND, nameAtHome(auxiliary).toString(), Fate.LEFT_BEHIND, "the target keeps its schema"))
                .toList();
        return new AuxiliaryPlan(List.of(), ledger, List.of());
    }

    private static AuxiliaryPlan restored(PlanInput input, Memory memory) {
        List<TablePlan> plans = new ArrayList<>();
        List<LedgerEntry> ledger = new ArrayList<>();
        List<Problem> findings = new ArrayList<>();
        for (SelectedTable auxiliary : taking(input, memory.others())) {
            Table origin = auxiliary.recall().restored();
            plans.add(plan(auxiliary, origin, true));
            ledger.add(new LedgerEntry(KIND, origin.name().toString(), Fate.RESTORED, ""));
            if (!auxiliary.sameRows()) {
                findings.add(changed(auxiliary.recall().table(), origin));
            }
        }
        return new AuxiliaryPlan(plans, ledger, findings);
    }

    private static AuxiliaryPlan kept(PlanInput input) {
        List<TablePlan> plans = new ArrayList<>();
        List<LedgerEntry> ledger = new ArrayList<>();
        for (SelectedTable auxiliary : taking(input, input.source().others())) {
            Optional<Table> keeper = input.dialect().keep(auxiliary.recall().table(), plans.size() + 1);
            keeper.ifPresent(table -> plans.add(plan(auxiliary, table, false)));
            ledger.add(new LedgerEntry(
                    KIND,
                    auxiliary.recall().table().name().toString(),
                    keeper.isPresent() ? Fate.REMEMBERED : Fate.LEFT_BEHIND,
                    keeper.map(table -> "its rows are kept in " + table.name()).orElse("")));
        }
        return new AuxiliaryPlan(plans, ledger, List.of());
    }

    /** What belongs to an object that does not take part does not either. */
    private static List<SelectedTable> taking(PlanInput input, List<OtherObject> objects) {
        return input.auxiliaries().stream()
                .filter(auxiliary -> objects.stream()
                        .filter(object -> object.holdsRows() && object.tables().contains(nameAtHome(auxiliary)))
                        .allMatch(object -> input.selection().contains(object.name())))
                .toList();
    }

    private static QualifiedName nameAtHome(SelectedTable auxiliary) {
        Recall recall = auxiliary.recall();
        return recall.remembered() == null
                ? recall.table().name()
                : recall.remembered().origin().name();
    }

    private static TablePlan plan(SelectedTable auxiliary, Table target, boolean restored) {
        return new TablePlan(
                auxiliary.recall().table(), target, restored, auxiliary.census().rows(), null);
    }

    private static Problem changed(Table keeper, Table origin) {
        return Problem.refusal(
                ProblemCode.MEMORY_NOT_TRUSTED,
                "The rows that dbsync kept of " + origin.name() + " are not those that it was given.",
                "table " + keeper.name() + " of the source",
                "Somebody changed or dropped them.",
                "Restore that table from a backup; or leave out what it belongs to, see dbsync.exclude");
    }
}
