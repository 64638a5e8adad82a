package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Refill;
import io.github.dbsync.dialect.RefilledTable;
import io.github.dbsync.dialect.Script;
import io.github.dbsync.dialect.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statements that give tables other rows and leave them as they are. All of it ends with the transaction if it fails.
 * Indexes and checks stay in force; rules need no care, since neither TRUNCATE nor COPY heeds them (PostgreSQL docs, COPY).
 */
final class RefillTables {

    private final List<RefilledTable> tables;
    private final Catalog present;
    private final Set<QualifiedName> names;

    RefillTables(List<RefilledTable> tables, Catalog present) {
        this.tables = tables;
        this.present = present;
        this.names = tables.stream()
                .map(RefilledTable::table)
                .flatMap(Table::withPartitions)
                .map(Table::name)
                .collect(Collectors.toSet());
    }

    Refill refill() {
        QuietTriggers triggers = new QuietTriggers(tables, present);
        List<Table> referring = referring();
        List<SharedCounter> shared =
                SharedCounter.of(tables.stream().map(RefilledTable::table).toList(), present);
        List<Statement> before = new ArrayList<>(triggers.quiet());
        referring.forEach(table -> before.addAll(dropForeignKeys(table)));
        before.addAll(empty());
        counters().forEach(column -> before.add(column.restart()));
        shared.forEach(counter -> before.addAll(counter.takeOver()));
        List<Statement> after = new ArrayList<>();
        after.add(new Statement("SET CONSTRAINTS ALL IMMEDIATE", "checks that were put off"));
        counters().forEach(column -> after.add(column.goOn()));
        shared.forEach(counter -> after.add(counter.goOn()));
        after.addAll(ForeignKeyMemory.around(referring.stream()
                .flatMap(table -> new CreateKeys(table).foreignKeys().stream())
                .toList()));
        after.addAll(commentsOnConstraints(referring));
        after.addAll(triggers.wake());
        after.addAll(refreshViews());
        Script script = new Script(before, List.of(), PostgresDialect.rereadable(after));
        return new Refill(script, new RefillObstacles(names, present, shared).findings());
    }

    /** Every table of which a foreign key speaks of one that is emptied, with these keys alone. */
    private List<Table> referring() {
        return present.tables().stream()
                .flatMap(Table::withPartitions)
                .map(table -> table.withForeignKeys(table.foreignKeys().stream()
                        .filter(key -> names.contains(table.name()) || names.contains(key.parent()))
                        .toList()))
                .filter(table -> !table.foreignKeys().isEmpty())
                .toList();
    }

    private static List<Statement> dropForeignKeys(Table table) {
        return table.foreignKeys().stream()
                .map(key -> new Statement(
                        "ALTER TABLE " + Quoting.name(table.name()) + " DROP CONSTRAINT " + Quoting.name(nameOf(key)),
                        "foreign key " + key.name() + " of " + table.name() + " waits for the rows"))
                .toList();
    }

    private static String nameOf(ForeignKey key) {
        return String.valueOf(key.name());
    }

    /** All at once, so that none is in another's way; never with CASCADE. */
    private List<Statement> empty() {
        if (tables.isEmpty()) {
            return List.of();
        }
        String emptied =
                tables.stream().map(RefilledTable::table).map(Quoting::rowsOf).collect(Collectors.joining(", "));
        return List.of(new Statement("TRUNCATE " + emptied, "makes room for the rows"));
    }

    private List<Statement> commentsOnConstraints(List<Table> referring) {
        Set<QualifiedName> speaking = referring.stream().map(Table::name).collect(Collectors.toSet());
        return present.others().stream()
                .filter(object ->
                        object.kind().equals("comment") && object.name().name().startsWith("table constraint "))
                .filter(object -> object.table() != null && speaking.contains(object.table()))
                .flatMap(RefillTables::made)
                .toList();
    }

    /** What they show is as old as the rows were; those that were never filled stay so. */
    private List<Statement> refreshViews() {
        return present.others().stream()
                .filter(object -> object.kind().equals("materialized view")
                        && object.definition() != null
                        && !object.definition().endsWith(" WITH NO DATA"))
                .filter(object -> object.tables().stream().anyMatch(names::contains))
                .map(object -> new Statement(
                        "REFRESH MATERIALIZED VIEW " + Quoting.name(object.name()),
                        "materialized view " + object.name() + " shows the new rows"))
                .toList();
    }

    static Stream<Statement> made(OtherObject object) {
        return Stream.ofNullable(object.definition())
                .map(definition -> new Statement(definition, object.kind() + " " + object.name()));
    }

    private Stream<Counter> counters() {
        return tables.stream()
                .flatMap(refilled -> refilled.table().columns().stream()
                        .flatMap(column -> Stream.ofNullable(column.identity())
                                .map(identity -> new Counter(refilled, column, identity))));
    }

    /** A column that numbers its rows, and the sequence behind it. */
    private record Counter(RefilledTable refilled, Column column, Identity identity) {

        /**
         * From here on the sequence is one of this transaction alone, so that {@code setval}, which otherwise survives a
         * rollback, does not (PostgreSQL docs, ALTER SEQUENCE, Notes).
         */
        Statement restart() {
            return new Statement(
                    "ALTER SEQUENCE " + Quoting.name(identity.sequence().name()) + " RESTART",
                    "numbers of " + refilled.table().name() + "." + column.name());
        }

        Statement goOn() {
            Sequence state = refilled.counters().get(column.name());
            String sequence = Quoting.literal(Quoting.name(identity.sequence().name()));
            return state == null
                    ? afterTheLast(sequence)
                    : CreateTable.setState(identity.sequence().withState(state.lastValue(), state.called()), sequence);
        }

        private Statement afterTheLast(String sequence) {
            Sequence counter = identity.sequence();
            String last = (counter.increment() > 0 ? "max(" : "min(") + Quoting.name(column.name()) + ")";
            return new Statement(
                    "SELECT pg_catalog.setval(" + sequence + ", " + last + ") FROM "
                            + Quoting.rowsOf(refilled.table()) + " HAVING " + last + " BETWEEN " + counter.min()
                            + " AND " + counter.max(),
                    "next value of sequence " + counter.name());
        }
    }
}
