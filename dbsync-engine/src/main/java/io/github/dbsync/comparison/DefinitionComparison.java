package io.github.dbsync.comparison;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.memory.Memory.RememberedTable;
import io.github.dbsync.plan.Recall;
import io.github.dbsync.plan.TablePlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Compares the definitions of one table by their meaning.
 *
 * @param plan what a sync would make of the source's table
 * @param actual the target's table
 * @param memory what the target remembers of its own origin
 */
record DefinitionComparison(TablePlan plan, Table actual, Optional<Memory> memory) {

    /** How they differ, each as a sentence; empty where they do not. */
    List<String> differences() {
        if (isHere() || isAtHome()) {
            return List.of();
        }
        TableFacts wanted = TableFacts.of(plan.target());
        TableFacts found = TableFacts.of(actual);
        return Stream.concat(
                        wanted.without(found).stream().map(fact -> "only at the source: " + fact),
                        found.without(wanted).stream().map(fact -> "only at the target: " + fact))
                .toList();
    }

    /** Whether the target's table was made of the source's as it is now, and is as it was made. */
    private boolean isHere() {
        Recall recall = Recall.of(actual, memory);
        RememberedTable remembered = recall.remembered();
        return remembered != null && recall.unchanged() && Recall.areDefinedAlike(remembered.origin(), plan.source());
    }

    /** Whether the source's table was made of the target's, and both are as they were. */
    private boolean isAtHome() {
        return plan.restored() && Recall.areDefinedAlike(plan.target(), actual);
    }

    /** Whether each column that rows are compared by is there. */
    boolean hasComparableRows() {
        return plan.writable().storedColumns().stream()
                .allMatch(column -> actual.lookupColumn(column.name()).isPresent());
    }

    /** The target's table as its rows are compared: with the types that rows travel in, in the forms that it keeps them in. */
    Table readable() {
        Table typed = Recall.of(actual, memory).table();
        return plan.writable().withFormsOf(typed);
    }
}
