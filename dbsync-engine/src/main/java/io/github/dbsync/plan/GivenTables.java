package io.github.dbsync.plan;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.RowNumbers;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.memory.Memory.RememberedTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of the tables that somebody else than dbsync gives.
 *
 * @param input what the plan is made from
 * @param schema who gives which tables
 */
record GivenTables(PlanInput input, GivenSchema schema) {

    /** The tables that the source does not have: they are made without rows, unless they are there already. */
    List<Table> empty() {
        return schema.kept() ? List.of() : missing();
    }

    private List<Table> missing() {
        return schema.tables().stream()
                .filter(table -> input.source().lookupTable(table.source()).isEmpty())
                .filter(table -> input.selection().contains(table.source()))
                .map(GivenTable::target)
                .filter(table -> !stays(table.name()))
                .map(this::withReachableParents)
                .toList();
    }

    private boolean stays(QualifiedName target) {
        return !input.dialect().replacesWholeDatabase()
                && input.target().lookupTable(target).isPresent();
    }

    /** What is said of the schema as a whole, and of each table without rows. */
    List<Problem> findings() {
        return Stream.concat(schema.findings().stream(), empty().stream().map(this::isEmpty))
                .toList();
    }

    private Problem isEmpty(Table table) {
        return Problem.note(
                ProblemCode.SOURCE_LACKS_TABLE,
                "The table " + table.name() + " is made without rows.",
                "table " + table.name() + " of the target",
                schema.owner().name() + ", has it, and the source does not.",
                "Nothing to do where that is right; else: " + schema.owner().whenSourceLacks());
    }

    /** Plans a table that is given. */
    PlannedTable plan(SelectedTable table, GivenTable given) {
        Table source = table.census().table();
        GivenColumns columns = new GivenColumns(schema.owner(), source, given.target());
        Table target = schema.kept() ? columns.target() : withReachableParents(columns.target());
        Table ruled = input.dialect().isRuled() ? new RuledForms(input.rules()).applyTo(target) : target;
        Table kept = schema.kept() ? asItWasFilled(ruled, table.recall()) : ruled;
        List<LedgerEntry> ledger = new ArrayList<>();
        ledger.add(new LedgerEntry(
                "table",
                source.name().toString(),
                Fate.TRANSLATED,
                "by " + schema.owner().name()));
        ledger.addAll(new GivenLedger(source, kept).entries());
        return new PlannedTable(TablePlan.of(table, kept, false, input), ledger, columns.findings());
    }

    /** Where its rows came from there, they go back in the same forms, and to the same places. */
    private Table asItWasFilled(Table kept, Recall recall) {
        RememberedTable remembered = recall.remembered();
        if (input.memoryOfTarget().isEmpty() || remembered == null) {
            return kept;
        }
        Table filled = kept.withColumns(kept.columns().stream()
                .map(column -> recall.table()
                        .lookupColumn(column.name())
                        .flatMap(recall::originOf)
                        .map(Column::type)
                        .filter(type -> type.declared().equals(column.type().declared()))
                        .map(column::withType)
                        .orElse(column))
                .toList());
        RowNumbers numbers = remembered.origin().rowNumbers();
        boolean countable = numbers != null
                && numbers.key().stream()
                        .allMatch(column -> filled.lookupColumn(column).isPresent());
        return countable ? filled.withRowNumbers(requireNonNull(numbers)) : filled;
    }

    private Table withReachableParents(Table table) {
        Set<QualifiedName> made = Stream.concat(
                        input.selected().stream()
                                .map(selected -> new TargetNames(input)
                                        .of(selected.census().table().name())),
                        schema.tables().stream()
                                .filter(given -> input.selection().contains(given.source()))
                                .map(given -> given.target().name()))
                .collect(Collectors.toSet());
        Predicate<ForeignKey> reachable = key -> made.contains(key.parent()) || stays(key.parent());
        return table.foreignKeys().stream().allMatch(reachable)
                ? table
                : table.withForeignKeys(
                                table.foreignKeys().stream().filter(reachable).toList())
                        .withDefinition(null);
    }
}
