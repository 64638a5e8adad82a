package io.github.dbsync.plan;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    static Replacement of(PlanInput input, List<TablePlan> tables, OtherObjectsPlan others) {
        Set<QualifiedName> made =
                tables.stream().map(table -> table.target().name()).collect(Collectors.toSet());
        List<Table> replaced = input.target().tables().stream()
                .filter(table -> made.contains(table.name()))
                .toList();
        List<Table> rest = input.target().tables().stream()
                .filter(table -> !made.contains(table.name()))
                .toList();
        return input.dialect().replacesWholeDatabase()
                ? wholeDatabase(input, rest, others)
                : tablesOnly(input, replaced, rest, made, others);
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

    private static Replacement tablesOnly(
            PlanInput input, List<Table> replaced, List<Table> rest, Set<QualifiedName> made, OtherObjectsPlan others) {
        List<OtherObject> dependents = input.target().others().stream()
                .filter(object ->
                        others.replaces(object) || object.tables().stream().anyMatch(made::contains))
                .toList();
        List<OtherObject> removed =
                dependents.stream().filter(object -> isMakeable(object, input)).toList();
        List<OtherObject> remade =
                removed.stream().filter(object -> !others.replaces(object)).toList();
        Stream<Problem> findings = Stream.of(
                        rest.stream().map(Replacement::kept),
                        rest.stream().flatMap(table -> inTheWay(table, made)),
                        dependents.stream()
                                .filter(object -> !isMakeable(object, input))
                                .map(object -> unmakeable(object, made)),
                        removed.stream().filter(others::replaces).map(Replacement::replaced))
                .flatMap(problems -> problems);
        return new Replacement(replaced, removed, remade, findings.toList());
    }

    private static boolean isMakeable(OtherObject object, PlanInput input) {
        return object.definition() != null && input.lackingFor(object).isEmpty();
    }

    /** What goes with its table is lost; what stands alone is in the way. */
    private static Problem unmakeable(OtherObject object, Set<QualifiedName> made) {
        boolean goesWithTable = object.table() != null && made.contains(object.table());
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

    private static Stream<Problem> inTheWay(Table kept, Set<QualifiedName> made) {
        return kept.foreignKeys().stream()
                .filter(key -> made.contains(key.parent()))
                .map(key -> Problem.refusal(
                        ProblemCode.TARGET_OBJECT_IN_THE_WAY,
                        "The target's table " + kept.name() + " refers to " + key.parent()
                                + ", which would be replaced.",
                        "foreign key " + (key.name() == null ? "" : key.name()) + " of table " + kept.name(),
                        "dbsync never drops by CASCADE, and " + kept.name() + " is not part of this sync.",
                        "Bring " + kept.name() + " into the source, or drop its foreign key at the target"));
    }
}
