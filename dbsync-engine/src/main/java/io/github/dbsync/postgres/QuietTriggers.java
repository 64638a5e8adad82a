package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RefilledTable;
import io.github.dbsync.dialect.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps the triggers of tables quiet for a while. What PostgreSQL makes for its own ends is not touched. */
final class QuietTriggers {

    private final Catalog present;
    private final List<Table> triggered;

    QuietTriggers(List<RefilledTable> tables, Catalog present) {
        this.present = present;
        Set<QualifiedName> having = objects("trigger").map(OtherObject::table).collect(Collectors.toSet());
        this.triggered = tables.stream()
                .map(RefilledTable::table)
                .filter(table -> table.withPartitions().anyMatch(part -> having.contains(part.name())))
                .flatMap(Table::withPartitions)
                .toList();
    }

    private Stream<OtherObject> objects(String kind) {
        return present.others().stream().filter(object -> object.kind().equals(kind) && object.table() != null);
    }

    List<Statement> quiet() {
        return triggered.stream()
                .map(table -> alter(table, "DISABLE TRIGGER USER", "stay quiet"))
                .toList();
    }

    /** All of them wake; then those that were in another state get it back. */
    List<Statement> wake() {
        Set<QualifiedName> names = triggered.stream().map(Table::name).collect(Collectors.toSet());
        return Stream.concat(
                        triggered.stream().map(table -> alter(table, "ENABLE TRIGGER USER", "wake")),
                        objects("trigger setting")
                                .filter(setting -> names.contains(setting.table()))
                                .flatMap(RefillTables::made))
                .toList();
    }

    private static Statement alter(Table table, String action, String what) {
        return new Statement(
                "ALTER TABLE " + Quoting.name(table.name()) + " " + action, "triggers of " + table.name() + " " + what);
    }
}
