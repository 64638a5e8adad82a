package io.github.dbsync.plan;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.memory.Memory.RememberedTable;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The target's tables, before and after. All sets of names are those of partitions too.
 *
 * @param made the tables that are made
 * @param replaced the tables that are there now and whose place they take
 * @param kept the other tables that are there now
 * @param removed the names that are free as soon as room is made
 * @param gone the names that something there or remembered may speak of, and that no table has afterwards
 */
record TargetTables(
        List<Table> made, List<Table> replaced, List<Table> kept, Set<QualifiedName> removed, Set<QualifiedName> gone) {

    TargetTables {
        made = List.copyOf(made);
        replaced = List.copyOf(replaced);
        kept = List.copyOf(kept);
        removed = Set.copyOf(removed);
        gone = Set.copyOf(gone);
    }

    /** @param empty tables that are made without rows */
    static TargetTables of(PlanInput input, List<TablePlan> plans, List<Table> empty) {
        List<Table> filled = plans.stream().map(TablePlan::target).toList();
        List<Table> made = Stream.concat(filled.stream(), empty.stream()).toList();
        Set<QualifiedName> taken = filled.stream().map(Table::name).collect(Collectors.toSet());
        List<Table> replaced = input.target().tables().stream()
                .filter(table -> taken.contains(table.name()))
                .toList();
        List<Table> kept = input.target().tables().stream()
                .filter(table -> !taken.contains(table.name()))
                .toList();
        List<Table> remembered = input.memoryOfTarget().map(Memory::tables).orElse(List.of()).stream()
                .map(RememberedTable::origin)
                .toList();
        Set<QualifiedName> there = names(List.of(made, kept));
        Set<QualifiedName> gone = names(List.of(replaced, remembered)).stream()
                .filter(name -> !there.contains(name))
                .collect(Collectors.toSet());
        return new TargetTables(made, replaced, kept, names(List.of(replaced)), gone);
    }

    private static Set<QualifiedName> names(List<List<Table>> tables) {
        return tables.stream()
                .flatMap(Collection::stream)
                .flatMap(Table::withPartitions)
                .map(Table::name)
                .collect(Collectors.toSet());
    }

    /** Whether an object cannot be without a table or partition that is gone; one with rows of its own can. */
    boolean miss(OtherObject object) {
        return !object.holdsRows() && object.tables().stream().anyMatch(gone::contains);
    }

    /** The partitions that go with the table that they are a part of, and are not made again. */
    Stream<QualifiedName> lostPartitions() {
        return replaced.stream().flatMap(Table::withPartitions).map(Table::name).filter(gone::contains);
    }

    /** The tables that inherit from others now and not afterwards. */
    Stream<QualifiedName> lostHeirs() {
        return replaced.stream()
                .filter(table -> table.inheritance() != null)
                .map(Table::name)
                .filter(name ->
                        made.stream().anyMatch(table -> table.name().equals(name) && table.inheritance() == null));
    }
}
