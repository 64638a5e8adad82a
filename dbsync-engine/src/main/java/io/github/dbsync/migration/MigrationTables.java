package io.github.dbsync.migration;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of a database that belong to migration tools. They tell of the schema of that very database, so that a sync
 * never moves, empties or drops them.
 *
 * @param tables them, in the catalog's order
 * @param others what hangs on them or needs them
 */
public record MigrationTables(List<Table> tables, List<OtherObject> others) {

    public MigrationTables {
        tables = List.copyOf(tables);
        others = List.copyOf(others);
    }

    public static MigrationTables in(Catalog catalog) {
        List<Table> tables =
                catalog.tables().stream().filter(MigrationTables::isOfTool).toList();
        Set<QualifiedName> names = tables.stream().map(Table::name).collect(Collectors.toSet());
        return new MigrationTables(
                tables,
                catalog.others().stream()
                        .filter(object -> belongs(object, names))
                        .toList());
    }

    private static boolean isOfTool(Table table) {
        return Arrays.stream(MigrationTool.values()).anyMatch(tool -> tool.owns(table));
    }

    private static boolean belongs(OtherObject object, Set<QualifiedName> names) {
        return Stream.concat(Stream.ofNullable(object.table()), object.tables().stream())
                .anyMatch(names::contains);
    }

    /** A catalog without them. */
    public Catalog removedFrom(Catalog catalog) {
        return new Catalog(
                catalog.dialect(),
                catalog.version(),
                catalog.tables().stream()
                        .filter(table -> !tables.contains(table))
                        .toList(),
                catalog.auxiliaries(),
                catalog.sequences(),
                catalog.others().stream()
                        .filter(object -> !others.contains(object))
                        .toList(),
                catalog.settings(),
                catalog.facilities());
    }

    /** Whose migrations made the schema; empty where no tool's did. */
    public Optional<MigrationHistory> history() {
        return tables.stream().flatMap(MigrationTables::history).findFirst();
    }

    private static Stream<MigrationHistory> history(Table table) {
        return Arrays.stream(MigrationTool.values())
                .filter(tool -> tool.keepsHistoryIn(table))
                .map(tool -> new MigrationHistory(tool, table.name()));
    }
}
