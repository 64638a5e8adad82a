package io.github.dbsync.postgres;

import static java.util.Comparator.comparing;

import io.github.dbsync.catalog.Partitioning.Partition;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Script;
import io.github.dbsync.dialect.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;

/**
 * The statements that make a table with its partitions. As {@code pg_dump} does it, each partition is a table of its own that
 * is attached, and each of its indexes likewise: so all of them keep their names, columns and defaults.
 */
final class CreatePartitions {

    private final Table table;
    private final List<Statement> beforeRows = new ArrayList<>();
    private final List<Statement> afterRows = new ArrayList<>();
    private final List<Statement> afterAllRows = new ArrayList<>();

    private CreatePartitions(Table table) {
        this.table = table;
    }

    /** What makes a table, and all that it is partitioned into. */
    static Script with(Table table) {
        return new CreatePartitions(table).script(List.of());
    }

    /** @param attaching makes the table a part of another: before its own parts come, so that they get what comes from there */
    private Script script(List<Statement> attaching) {
        addTable();
        beforeRows.addAll(attaching);
        if (table.partitioning() != null) {
            table.partitioning().partitions().forEach(this::add);
        }
        return new Script(beforeRows, afterRows, afterAllRows);
    }

    private void addTable() {
        CreateTable creation = new CreateTable(table);
        CreateKeys keys = new CreateKeys(table);
        beforeRows.addAll(creation.statements());
        beforeRows.addAll(keys.earlyChecks());
        afterRows.addAll(keys.keys());
        afterRows.addAll(creation.sequenceStates());
        afterAllRows.addAll(creation.lateDefaults());
        afterAllRows.addAll(keys.foreignKeys());
    }

    private void add(Partition partition) {
        Script script = new CreatePartitions(partition.table()).script(List.of(attach(partition)));
        beforeRows.addAll(script.beforeRows());
        afterRows.addAll(script.afterRows());
        partition.attachedIndexes().entrySet().stream()
                .sorted(comparing(Entry::getKey))
                .forEach(index -> afterRows.add(attach(partition, index.getKey(), index.getValue())));
        afterAllRows.addAll(script.afterAllRows());
    }

    private Statement attach(Partition partition) {
        return new Statement(
                "ALTER TABLE ONLY " + Quoting.name(table.name()) + " ATTACH PARTITION "
                        + Quoting.name(partition.table().name()) + " " + partition.bound(),
                "partition " + partition.table().name() + " of " + table.name());
    }

    private Statement attach(Partition partition, String index, String whole) {
        return new Statement(
                "ALTER INDEX " + nameIn(table, whole) + " ATTACH PARTITION " + nameIn(partition.table(), index),
                "index " + index + " of " + partition.table().name());
    }

    private static String nameIn(Table table, String index) {
        return Quoting.name(new QualifiedName(table.name().schema(), index));
    }
}
