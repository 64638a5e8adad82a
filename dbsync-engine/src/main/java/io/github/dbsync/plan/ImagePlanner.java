package io.github.dbsync.plan;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Beginning;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides how a database is copied exactly to where its own dialect is spoken: nothing is translated, and the target has
 * nothing afterwards that the source does not have. Pure and stateless.
 */
public final class ImagePlanner {

    private final ImageInput input;
    private final ImageRoom room;

    private ImagePlanner(ImageInput input) {
        this.input = input;
        this.room = ImageRoom.of(input);
    }

    /** The plan of an exact copy; what the source's memory keeps is copied besides it. */
    public static SyncPlan plan(ImageInput input) {
        return new ImagePlanner(input).plan();
    }

    private SyncPlan plan() {
        List<TablePlan> tables = plans(inOrderOfHeirs(input.image().tables()));
        List<TablePlan> auxiliaries = plans(input.image().auxiliaries());
        return new SyncPlan(
                input.image().dialect(),
                Optional.empty(),
                tables,
                auxiliaries,
                Stream.concat(room.steps(), copy(Stream.concat(tables.stream(), auxiliaries.stream())))
                        .toList(),
                List.of(),
                Stream.concat(
                                tables.stream().map(ImagePlanner::entry),
                                input.image().others().stream().map(this::entry))
                        .toList(),
                Stream.of(input.findings().stream(), incomplete(), lostTables(), lostObjects())
                        .flatMap(problems -> problems)
                        .toList(),
                Beginning.anew(input.image().settings()),
                List.of(),
                List.of(),
                List.of(),
                Map.of());
    }

    private List<TablePlan> plans(List<Table> tables) {
        return tables.stream()
                .map(table -> new TablePlan(
                        table,
                        table,
                        true,
                        Objects.requireNonNull(input.rows().get(table.name())),
                        input.targetRows().get(table.name())))
                .toList();
    }

    /** A table comes after those that it inherits from, and otherwise where it was. */
    private static List<Table> inOrderOfHeirs(List<Table> tables) {
        return tables.stream()
                .sorted(Comparator.comparing(table -> ancestors(table, tables)))
                .toList();
    }

    private static int ancestors(Table heir, List<Table> tables) {
        return tables.stream()
                .filter(table -> heir.inheritsFrom(table.name()))
                .mapToInt(parent -> 1 + ancestors(parent, tables))
                .max()
                .orElse(0);
    }

    private Stream<Step> copy(Stream<TablePlan> tables) {
        List<OtherObject> made = input.image().others().stream()
                .filter(object -> !room.keeps(object))
                .filter(object -> lacking(object).isEmpty())
                .toList();
        return StepList.of(
                input.dialect(),
                tables.toList(),
                List.of(),
                new GivenObjects(List.of(), List.of(), List.of()),
                new OtherObjectsPlan(
                        List.of(),
                        List.of(),
                        made,
                        List.of(),
                        List.of(),
                        input.image().sequences()),
                new Replacement(List.of(), List.of(), List.of(), List.of()))
                .stream();
    }

    private static LedgerEntry entry(TablePlan table) {
        return new LedgerEntry("table", table.source().name().toString(), Fate.RESTORED, "exactly as it is");
    }

    private LedgerEntry entry(OtherObject object) {
        String name = object.name().toString();
        List<String> lacking = lacking(object);
        if (!lacking.isEmpty()) {
            return new LedgerEntry(
                    object.kind(), name, Fate.LEFT_BEHIND, "the target lacks " + String.join(", ", lacking));
        }
        return object.definition() == null
                ? new LedgerEntry(object.kind(), name, Fate.LEFT_BEHIND, "no statement makes it again")
                : new LedgerEntry(object.kind(), name, Fate.RESTORED, "exactly as it is");
    }

    private List<String> lacking(OtherObject object) {
        return object.requirements().stream()
                .filter(requirement -> !input.target().facilities().contains(requirement))
                .toList();
    }

    /** Whatever happens to the database later, these are not brought back by the copy. */
    private Stream<Problem> incomplete() {
        return input.image().others().stream()
                .filter(object -> object.definition() == null)
                .map(object -> Problem.warning(
                        ProblemCode.SNAPSHOT_INCOMPLETE,
                        "The " + object.kind() + " " + object.name() + " is not copied.",
                        object.kind() + " " + object.name(),
                        "No statement makes it again.",
                        "Save it by other means where it is needed, such as pg_dump or a copy of the file"));
    }

    private Stream<Problem> lostTables() {
        return input.target().tables().stream()
                .map(Table::name)
                .filter(name -> input.image().lookupTable(name).isEmpty())
                .map(name -> lost("table", name, input.targetRows().getOrDefault(name, 0L) + " rows"));
    }

    private Stream<Problem> lostObjects() {
        return input.target().others().stream()
                .filter(object -> object.table() == null && !input.dialect().isOwn(object))
                .filter(object -> object.removal() != null || input.dialect().replacesWholeDatabase())
                .filter(object -> input.image().others().stream().noneMatch(object::isNamesakeOf))
                .map(object -> lost(object.kind(), object.name(), "its definition"));
    }

    private static Problem lost(String kind, QualifiedName name, String what) {
        return Problem.warning(
                ProblemCode.TARGET_OBJECT_LOST,
                "The target's " + kind + " " + name + " will be gone, with " + what + ".",
                kind + " " + name + " of the target",
                "The snapshot does not have it, and the target becomes what the snapshot is.",
                "Copy it elsewhere first if it is needed");
    }
}
