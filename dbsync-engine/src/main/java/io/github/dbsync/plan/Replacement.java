package io.github.dbsync.plan;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What becomes of the things that are at the target now.
 *
 * @param dropped tables that are dropped so that the new ones can take their place
 * @param removed objects that need dropped tables, and views that are replaced, in the order of their needs
 * @param remade those of them that are made again afterwards, verbatim
 * @param findings what is lost, kept or in the way
 */
record Replacement(List<Table> dropped, List<OtherObject> removed, List<OtherObject> remade, List<Problem> findings) {

    Replacement {
        dropped = List.copyOf(dropped);
        removed = List.copyOf(removed);
        remade = List.copyOf(remade);
        findings = List.copyOf(findings);
    }

    static Replacement of(PlanInput input, TargetTables tables, OtherObjectsPlan others) {
        return input.dialect().replacesWholeDatabase()
                ? wholeDatabase(input, tables.kept(), others)
                : tablesOnly(input, tables, others);
    }

    /** Where the target keeps its schema, everything stays, and tables that get no rows keep theirs. */
    static Replacement ofKeptSchema(TargetTables tables) {
        return new Replacement(
                List.of(),
                List.of(),
                List.of(),
                tables.kept().stream().map(Replacement::kept).toList());
    }

    private static Replacement wholeDatabase(PlanInput input, List<Table> rest, OtherObjectsPlan others) {
        Stream<Problem> tables = rest.stream()
                .map(table -> lost("table", table.name(), input.targetRows().getOrDefault(table.name(), 0L) + " rows"));
        Stream<Problem> objects = input.target().others().stream()
                .filter(object -> !input.dialect().isOwn(object))
                .filter(object -> others.restored().stream().noneMatch(object::isNamesakeOf))
                .filter(object -> !others.replaces(object))
                .map(object -> lost(object.kind(), object.name(), "its definition"));
        return new Replacement(
                List.of(), List.of(), List.of(), Stream.concat(tables, objects).toList());
    }

    private static Replacement tablesOnly(PlanInput input, TargetTables tables, OtherObjectsPlan others) {
        List<OtherObject> dependents = input.target().others().stream()
                .filter(object ->
                        others.replaces(object) || object.tables().stream().anyMatch(tables.removed()::contains))
                .toList();
        List<OtherObject> removed = dependents.stream()
                .filter(object -> others.replaces(object) || isMadeAgain(object, input, tables))
                .toList();
        List<OtherObject> remade =
                removed.stream().filter(object -> !others.replaces(object)).toList();
        Stream<Problem> findings = Stream.of(
                        tables.kept().stream().map(Replacement::kept),
                        inTheWay(tables),
                        tables.lostPartitions().map(name -> lost("partition", name, "its definition")),
                        tables.lostHeirs().map(name -> lost("inheritance of", name, "its definition")),
                        dependents.stream()
                                .filter(object -> !removed.contains(object))
                                .map(object -> unmakeable(object, tables.removed())),
                        removed.stream().filter(others::replaces).map(Replacement::replaced))
                .flatMap(problems -> problems);
        return new Replacement(tables.replaced(), removed, remade, findings.toList());
    }

    private static boolean isMadeAgain(OtherObject object, PlanInput input, TargetTables tables) {
        return object.definition() != null && input.lackingFor(object).isEmpty() && !tables.miss(object);
    }

    /** What goes with its table is lost; what stands alone is in the way. */
    private static Problem unmakeable(OtherObject object, Set<QualifiedName> removed) {
        boolean goesWithTable = object.table() != null && removed.contains(object.table());
        return goesWithTable || object.removal() == null
                ? lost(object.kind(), object.name(), "its definition")
                : inTheWay(object);
    }

    private static Problem inTheWay(OtherObject object) {
        return Problem.refusal(
                ProblemCode.TARGET_OBJECT_IN_THE_WAY,
                "The target's " + object.kind() + " " + object.name() + " needs a table that would be replaced.",
                object.kind() + " " + object.name() + " of the target",
                "dbsync never drops by CASCADE, and does not know how to make it again.",
                "Remove it first, and make it again after the sync: " + object.removal());
    }

    private static Problem lost(String kind, QualifiedName name, String what) {
        return Problem.warning(
                ProblemCode.TARGET_OBJECT_LOST,
                "The target's " + kind + " " + name + " will be gone, with " + what + ".",
                kind + " " + name + " of the target",
                "The source does not have it, and the target becomes what the source is.",
                "Copy it elsewhere first if it is needed");
    }

    private static Problem replaced(OtherObject view) {
        return Problem.note(
                ProblemCode.TARGET_VIEW_REPLACED,
                "The target's view " + view.name() + " will be what the source's is.",
                "view " + view.name() + " of the target",
                "The source has a view of that name, and the target becomes what the source is.",
                "Nothing to do; copy its definition elsewhere first if it is another and needed");
    }

    private static Problem kept(Table table) {
        return Problem.note(
                ProblemCode.TARGET_TABLE_KEPT,
                "The target's table " + table.name() + " stays as it is.",
                "table " + table.name() + " of the target",
                "The source has no such table, or the table is excluded.",
                "Nothing to do; drop it yourself if it is no longer needed");
    }

    private static Stream<Problem> inTheWay(TargetTables tables) {
        return tables.kept().stream()
                .flatMap(Table::withPartitions)
                .flatMap(table -> Stream.of(
                                refersTo(table, tables.removed()),
                                inheritsFrom(table, tables.removed()),
                                hasNameOf(table, tables.made()))
                        .flatMap(problems -> problems));
    }

    private static Stream<Problem> refersTo(Table kept, Set<QualifiedName> removed) {
        return kept.foreignKeys().stream()
                .filter(key -> removed.contains(key.parent()))
                .map(key -> inTheWay(
                        "The target's table " + kept.name() + " refers to " + key.parent()
                                + ", which would be replaced.",
                        "foreign key " + (key.name() == null ? "" : key.name()) + " of table " + kept.name(),
                        "dbsync never drops by CASCADE, and " + kept.name() + " is not part of this sync.",
                        "Bring " + kept.name() + " into the source, or drop its foreign key at the target"));
    }

    private static Stream<Problem> inheritsFrom(Table kept, Set<QualifiedName> removed) {
        return parents(kept)
                .filter(removed::contains)
                .map(parent -> inTheWay(
                        "The target's table " + kept.name() + " inherits from " + parent + ", which would be replaced.",
                        "table " + kept.name() + " of the target",
                        "dbsync never drops by CASCADE, and " + kept.name() + " is not part of this sync.",
                        "Bring " + kept.name() + " into the source, or take it out of the inheritance at the target"));
    }

    private static Stream<QualifiedName> parents(Table table) {
        return table.inheritance() == null ? Stream.of() : table.inheritance().parents().stream();
    }

    /** Only a partition of a table that stays has a name that is not free. */
    private static Stream<Problem> hasNameOf(Table kept, List<Table> made) {
        return made.stream()
                .flatMap(Table::withPartitions)
                .filter(table -> table.name().equals(kept.name()))
                .map(table -> inTheWay(
                        "The target's partition " + kept.name() + " has the name of a table that would be made.",
                        "partition " + kept.name() + " of the target",
                        "The table that it is a part of is not part of this sync.",
                        "Detach the partition, or rename it at the target"));
    }

    private static Problem inTheWay(String what, String where, String why, String remedy) {
        return Problem.refusal(ProblemCode.TARGET_OBJECT_IN_THE_WAY, what, where, why, remedy);
    }
}
