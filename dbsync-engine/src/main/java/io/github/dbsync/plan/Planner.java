package io.github.dbsync.plan;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Beginning;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.memory.Memory;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides what a sync will do, from what both ends are. Pure and stateless. */
public final class Planner {

    private Planner() {}

    public static SyncPlan plan(PlanInput input) {
        Optional<GivenTables> given = input.given().map(schema -> new GivenTables(input, schema));
        List<PlannedTable> planned = new TablePlanner(input, new TargetNames(input), given).plan();
        List<TablePlan> tables = planned.stream().map(PlannedTable::table).toList();
        AuxiliaryPlan auxiliaries = AuxiliaryPlan.of(input);
        List<TablePlan> all =
                Stream.concat(tables.stream(), auxiliaries.tables().stream()).toList();
        List<Table> empty = given.map(GivenTables::empty).orElse(List.of());
        TargetTables targetTables = TargetTables.of(input, all, empty);
        GivenObjects objects = GivenObjects.of(input, targetTables);
        Optional<Refilling> refilling = input.keptSchema().map(schema -> Refilling.of(input, schema, tables));
        OtherObjectsPlan others = refilling.isPresent()
                ? OtherObjectsPlan.ofKeptSchema(input)
                : OtherObjectsPlan.of(input, targetTables, ViewsPlan.of(input, tables));
        Replacement replacement = refilling.isPresent()
                ? Replacement.ofKeptSchema(targetTables)
                : Replacement.of(input, targetTables, others);
        TableNames names = new TableNames(input, tables);
        List<LedgerEntry> ledger = ledger(input, planned, auxiliaries, others);
        return new SyncPlan(
                input.source().dialect(),
                owner(input),
                tables,
                auxiliaries.tables(),
                refilling
                        .map(kept -> kept.steps(auxiliaries.tables()))
                        .orElseGet(() -> StepList.of(input.dialect(), all, empty, objects, others, replacement)),
                others.refresh(),
                ledger,
                Stream.of(
                                given.map(GivenTables::findings).orElse(List.of()),
                                refilling.map(Refilling::findings).orElseGet(input.migrations()::findingsOfPush),
                                objects.findings(),
                                auxiliaries.findings(),
                                planned.stream()
                                        .flatMap(table -> table.findings().stream())
                                        .toList(),
                                findings(input, all, replacement, refusals(ledger, names)),
                                names.findings(),
                                namesakes(all, others.restored(), names))
                        .flatMap(List::stream)
                        .toList(),
                beginning(input),
                input.source().sequences(),
                others.remembered(),
                others.translated(),
                input.source().settings());
    }

    private static List<LedgerEntry> ledger(
            PlanInput input, List<PlannedTable> planned, AuxiliaryPlan auxiliaries, OtherObjectsPlan others) {
        Stream<LedgerEntry> tables = planned.stream().flatMap(table -> table.ledger().stream());
        Stream<LedgerEntry> migrations = input.migrations().ledger().stream();
        return Stream.of(tables, migrations, auxiliaries.ledger().stream(), others.ledger().stream())
                .flatMap(entries -> entries)
                .toList();
    }

    private static List<Problem> findings(
            PlanInput input, List<TablePlan> tables, Replacement replacement, List<Problem> refusals) {
        return Stream.of(
                        input.selection()
                                .check(
                                        input.source(),
                                        rememberedObjects(input),
                                        input.migrations().source().tables()),
                        input.rules().check(sqliteTables(input, tables)),
                        nothingToSync(tables),
                        input.selected().stream()
                                .flatMap(table -> table.census().findings().stream())
                                .toList(),
                        refusals,
                        replacement.findings())
                .flatMap(List::stream)
                .toList();
    }

    /** Rules speak of columns as SQLite has them, which knows no schemas. */
    private static List<Table> sqliteTables(PlanInput input, List<TablePlan> plans) {
        return input.dialect().isRuled()
                ? plans.stream().map(TablePlan::target).toList()
                : input.source().tables();
    }

    private static List<OtherObject> rememberedObjects(PlanInput input) {
        return input.memoryOfTarget().map(Memory::others).orElse(List.of());
    }

    private static Optional<SchemaOwner> owner(PlanInput input) {
        return input.given()
                .filter(schema -> schema.kept() || !schema.tables().isEmpty())
                .map(GivenSchema::owner);
    }

    private static Beginning beginning(PlanInput input) {
        return input.keptSchema().isPresent()
                ? new Beginning(input.target().settings(), true, List.of())
                : new Beginning(
                        settings(input), false, input.migrations().target().tables());
    }

    /** On the way home the target's settings are what they were; else those of the database that is replaced stay. */
    private static Map<String, String> settings(PlanInput input) {
        return input.memoryOfTarget()
                .map(Memory::settings)
                .filter(remembered -> !remembered.isEmpty())
                .orElse(input.target().settings());
    }

    private static List<Problem> nothingToSync(List<TablePlan> tables) {
        if (!tables.isEmpty()) {
            return List.of();
        }
        return List.of(Problem.refusal(
                ProblemCode.NOTHING_TO_SYNC,
                "The source has no table to move.",
                "",
                "It is empty, or no table is left by dbsync.include and dbsync.exclude.",
                "Check that the source is the database you mean: dbsync.sqlite or dbsync.postgres name it"));
    }

    private static List<Problem> refusals(List<LedgerEntry> ledger, TableNames names) {
        return ledger.stream()
                .filter(entry -> entry.fate() == Fate.REFUSED)
                .map(entry -> refused(entry, names.remedy(entry)))
                .toList();
    }

    private static Problem refused(LedgerEntry entry, String remedy) {
        return Problem.refusal(
                ProblemCode.OBJECT_REFUSED,
                "The " + entry.kind() + " " + entry.name() + " cannot be moved.",
                entry.kind() + " " + entry.name() + " of the source",
                entry.note(),
                remedy);
    }

    private static List<Problem> namesakes(List<TablePlan> tables, List<OtherObject> restored, TableNames names) {
        Set<QualifiedName> seen = new HashSet<>();
        Stream<Problem> ofTables = tables.stream()
                .flatMap(plan -> plan.target()
                        .withPartitions()
                        .map(Table::name)
                        .filter(name -> !seen.add(name))
                        .map(name -> namesake(name, names.remedy(plan))));
        Stream<Problem> ofOthers = restored.stream()
                .filter(OtherObject::holdsRows)
                .map(OtherObject::name)
                .filter(name -> !seen.add(name))
                .map(name -> namesake(
                        name, "Leave one of them out with -Ddbsync.exclude=<table>, or rename it at the source"));
        return Stream.concat(ofTables, ofOthers).toList();
    }

    private static Problem namesake(QualifiedName name, String remedy) {
        return Problem.refusal(
                ProblemCode.OBJECT_REFUSED,
                "Two tables of the source would both become " + name + ".",
                "table " + name + " of the target",
                "The target's names cannot tell them apart.",
                remedy);
    }
}
