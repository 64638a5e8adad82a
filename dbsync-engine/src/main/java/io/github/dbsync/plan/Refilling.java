package io.github.dbsync.plan;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.dialect.Refill;
import io.github.dbsync.dialect.RefilledTable;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is done to a target whose schema is kept: its tables get other rows.
 *
 * @param input what the plan is made from
 * @param schema the target's own
 * @param tables the plans of the tables
 * @param refill how the target's dialect does it
 */
record Refilling(PlanInput input, GivenSchema schema, List<TablePlan> tables, Refill refill) {

    static Refilling of(PlanInput input, GivenSchema schema, List<TablePlan> tables) {
        List<RefilledTable> refilled = tables.stream()
                .flatMap(plan -> input
                        .target()
                        .lookupTable(plan.target().name())
                        .map(there -> new RefilledTable(there, counters(plan)))
                        .stream())
                .toList();
        return new Refilling(input, schema, tables, input.dialect().refill(refilled, input.target()));
    }

    /** Where the source numbers the rows too, its numbers go on. */
    private static Map<String, Sequence> counters(TablePlan plan) {
        return plan.target().columns().stream()
                .filter(column -> column.identity() != null && isNumbered(plan, column))
                .collect(Collectors.toMap(
                        Column::name, column -> column.identity().sequence()));
    }

    private static boolean isNumbered(TablePlan plan, Column column) {
        return plan.source()
                .lookupColumn(column.name())
                .filter(from -> from.identity() != null)
                .isPresent();
    }

    /** @param auxiliaries the tables that are made for what is remembered */
    List<Step> steps(List<TablePlan> auxiliaries) {
        return StepList.ofKeptSchema(input.dialect(), refill.script(), tables, auxiliaries);
    }

    /** Nothing of the source is silently lost. */
    List<Problem> findings() {
        Stream<Problem> lacking = tables.stream()
                .map(plan -> plan.source().name())
                .filter(name -> schema.lookup(name).isEmpty())
                .map(this::lacking);
        Stream<Problem> misfits = tables.stream()
                .filter(plan -> schema.lookup(plan.source().name()).isPresent())
                .flatMap(plan -> new KeptColumns(input, plan).findings().stream());
        return Stream.of(lacking, misfits, refill.findings().stream())
                .flatMap(findings -> findings)
                .toList();
    }

    private Problem lacking(QualifiedName table) {
        return Problem.refusal(
                ProblemCode.SCHEMA_LACKS_TABLE,
                "The table " + table + " has no place at the target.",
                "table " + table + " of the source",
                schema.owner().name() + ", does not have it: its rows would be lost.",
                schema.owner().whenItLacks() + "; or leave it out with -Ddbsync.exclude=" + table
                        + "; or let dbsync make the schema with -Ddbsync.schema=push");
    }
}
