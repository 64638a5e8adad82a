package io.github.dbsync.plan;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of the objects that are given, such as enums.
 *
 * @param made those that the target does not have as they are given
 * @param replaced objects of the target in whose place some of them are made, once the tables that use them are gone
 * @param findings what is in the way
 */
record GivenObjects(List<OtherObject> made, List<OtherObject> replaced, List<Problem> findings) {

    GivenObjects {
        made = List.copyOf(made);
        replaced = List.copyOf(replaced);
        findings = List.copyOf(findings);
    }

    static GivenObjects of(PlanInput input, TargetTables tables) {
        List<OtherObject> given = input.given().map(GivenSchema::objects).orElse(List.of()).stream()
                .filter(object -> there(object, input)
                        .filter(there -> isAsGiven(there, object))
                        .isEmpty())
                .toList();
        List<OtherObject> replaced =
                given.stream().flatMap(object -> there(object, input).stream()).toList();
        return new GivenObjects(
                given,
                replaced,
                replaced.stream()
                        .flatMap(object -> users(object, tables.kept()))
                        .toList());
    }

    private static Optional<OtherObject> there(OtherObject object, PlanInput input) {
        return input.target().others().stream().filter(object::isNamesakeOf).findFirst();
    }

    /** Only what has values can be another one than is asked for. */
    private static boolean isAsGiven(OtherObject there, OtherObject given) {
        return given.enumValues().isEmpty() || given.enumValues().equals(there.enumValues());
    }

    private static Stream<Problem> users(OtherObject type, List<Table> kept) {
        return kept.stream()
                .flatMap(Table::withPartitions)
                .filter(table -> table.columns().stream().anyMatch(column -> isOf(column, type.name())))
                .map(table -> inTheWay(type, table));
    }

    /** PostgreSQL prints a type with its schema and in quotes where it must. */
    private static boolean isOf(Column column, QualifiedName type) {
        String declared = column.type().declared().replace("\"", "").replace("[]", "");
        return declared.equals(type.name()) || declared.equals(type.toString());
    }

    private static Problem inTheWay(OtherObject type, Table table) {
        return Problem.refusal(
                ProblemCode.TARGET_OBJECT_IN_THE_WAY,
                "The target's table " + table.name() + " uses the " + type.kind() + " " + type.name()
                        + ", which would be replaced.",
                "table " + table.name() + " of the target",
                "The type is to have other values, and the table is not part of this sync.",
                "Bring " + table.name()
                        + " into the source, or give the type its values at the target with ALTER TYPE");
    }
}
