package io.github.dbsync.comparison;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.plan.SyncPlan;
import io.github.dbsync.plan.TablePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares two databases as they are, table by table, and changes neither. */
public final class Comparer {

    private final Source source;
    private final Source target;
    private final Progress progress;

    public Comparer(Source source, Source target, Progress progress) {
        this.source = source;
        this.target = target;
        this.progress = progress;
    }

    /**
     * Compares what a sync would make of the source with what the target is.
     *
     * @param plan what a sync would do
     * @throws io.github.dbsync.feedback.DbSyncException where an end refuses to be read
     */
    public Comparison compare(SyncPlan plan) {
        Catalog there = target.catalog();
        Optional<Memory> memory = target.memory();
        try (BothEnds both = new BothEnds()) {
            List<TableComparison> tables = new ArrayList<>();
            for (TablePlan table : plan.tables()) {
                progress.rows(
                        table.source().name().toString(),
                        tables.size(),
                        plan.tables().size());
                tables.add(there.lookupTable(table.target().name())
                        .map(actual -> compare(new DefinitionComparison(table, actual, memory), both))
                        .orElseGet(() -> missing(table)));
            }
            return new Comparison(tables, others(plan, there));
        }
    }

    /** Compares the definitions alone, and reads no row. */
    public List<TableComparison> compareDefinitions(SyncPlan plan) {
        Catalog there = target.catalog();
        Optional<Memory> memory = target.memory();
        return plan.tables().stream()
                .map(table -> there.lookupTable(table.target().name())
                        .map(actual -> TableComparison.ofDefinition(
                                table.source().name(),
                                actual.name(),
                                new DefinitionComparison(table, actual, memory).differences()))
                        .orElseGet(() -> missing(table)))
                .toList();
    }

    private TableComparison compare(DefinitionComparison definitions, BothEnds both) {
        TablePlan plan = definitions.plan();
        List<String> differences = definitions.differences();
        return definitions.hasComparableRows()
                ? new RowComparison(plan.readable(), definitions.readable()).compare(source, target, both, differences)
                : TableComparison.ofDefinition(
                        plan.source().name(), plan.target().name(), differences);
    }

    private static TableComparison missing(TablePlan plan) {
        return TableComparison.ofDefinition(
                plan.source().name(), plan.target().name(), List.of("the target has no such table"));
    }

    private static List<QualifiedName> others(SyncPlan plan, Catalog there) {
        Set<QualifiedName> planned =
                plan.tables().stream().map(table -> table.target().name()).collect(Collectors.toSet());
        return there.tables().stream()
                .map(Table::name)
                .filter(name -> !planned.contains(name))
                .toList();
    }
}
