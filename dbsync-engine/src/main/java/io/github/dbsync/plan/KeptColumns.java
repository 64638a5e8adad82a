package io.github.dbsync.plan;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a kept table whose declared types do not force values into them: SQLite takes a date in a column of numbers,
 * and the application does not.
 *
 * @param input what the plan is made from
 * @param plan the table
 */
record KeptColumns(PlanInput input, TablePlan plan) {

    /** A refusal for each column that would get what its type does not say. */
    List<Problem> findings() {
        if (!input.dialect().isRuled()) {
            return List.of();
        }
        return input.target().lookupTable(plan.target().name()).stream()
                .flatMap(there ->
                        plan.writable().storedColumns().stream().flatMap(column -> misfit(there, column).stream()))
                .toList();
    }

    private Optional<Problem> misfit(Table there, Column coming) {
        return there.lookupColumn(coming.name())
                .filter(column -> coming.type().form() == null && !isAtHome(column))
                .filter(column -> !holds(column, coming.logical()))
                .map(column -> misfit(column, coming));
    }

    /** What came from there fits there. */
    private boolean isAtHome(Column there) {
        return input.memoryOfTarget().isPresent()
                && input.selected().stream()
                        .map(SelectedTable::recall)
                        .filter(recall ->
                                recall.table().name().equals(plan.source().name()))
                        .flatMap(recall -> recall.table().lookupColumn(there.name()).flatMap(recall::originOf).stream())
                        .anyMatch(origin ->
                                origin.type().declared().equals(there.type().declared()));
    }

    /** A type of which SQLite knows nothing (SQLite docs, Datatypes 3.1) says nothing. */
    private static boolean holds(Column there, LogicalType coming) {
        LogicalType declared = there.logical();
        boolean bytes = coming instanceof LogicalType.Bytes;
        if (declared instanceof LogicalType.Bytes) {
            return bytes || there.type().declared().isEmpty();
        }
        if (declared instanceof LogicalType.Text) {
            return !bytes;
        }
        return !isNumber(declared) || isNumber(coming) || coming instanceof LogicalType.Decimal;
    }

    private static boolean isNumber(LogicalType type) {
        return type instanceof LogicalType.Bool || type instanceof LogicalType.Int || type instanceof LogicalType.Float;
    }

    private Problem misfit(Column there, Column coming) {
        String type =
                plan.source().lookupColumn(coming.name()).orElseThrow().type().declared();
        return Problem.refusal(
                ProblemCode.VALUE_DOES_NOT_FIT,
                "The column " + there.name() + " of " + plan.target().name() + " is not made for what comes.",
                "table " + plan.target().name() + ", column " + there.name(),
                "It is declared " + there.type().declared() + " at the target, and its values are of the type " + type
                        + ".",
                "Give it another type by a migration; or say how it keeps them by a rule in dbsync.yaml; or leave the table out"
                        + " with -Ddbsync.exclude=" + plan.source().name());
    }
}
