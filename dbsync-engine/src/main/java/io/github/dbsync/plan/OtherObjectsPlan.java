package io.github.dbsync.plan;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.memory.Memory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of everything that is not a table: views, triggers, functions, types, free sequences.
 *
 * @param ledger one entry for each such object of the source, and for each that is restored
 * @param remembered the source's objects that the target keeps for the way back
 * @param restored objects of the target's own dialect that come back from the source's memory
 * @param translated the source's views that are made at the target, each after those that it reads
 * @param refresh statements that bring what is restored up to date, once all is there
 * @param restoredSequences free sequences that come back from the source's memory
 */
record OtherObjectsPlan(
        List<LedgerEntry> ledger,
        List<OtherObject> remembered,
        List<OtherObject> restored,
        List<ViewPlan> translated,
        List<Statement> refresh,
        List<Sequence> restoredSequences) {

    OtherObjectsPlan {
        ledger = List.copyOf(ledger);
        remembered = List.copyOf(remembered);
        restored = List.copyOf(restored);
        translated = List.copyOf(translated);
        refresh = List.copyOf(refresh);
        restoredSequences = List.copyOf(restoredSequences);
    }

    static OtherObjectsPlan of(PlanInput input, TargetTables tables, ViewsPlan views) {
        List<OtherObject> own = input.sourceObjects().stream()
                .filter(object -> !views.isAtHome(object))
                .filter(object -> !isMadeAgainAnyway(object, input))
                .toList();
        List<OtherObject> missing = missing(input);
        List<OtherObject> restored = missing.stream()
                .filter(object -> obstacle(object, input, tables).isEmpty())
                .filter(views::restores)
                .toList();
        List<Sequence> sequences = restoredSequences(input);
        Freshness freshness = new Freshness(input);
        Stream<LedgerEntry> ledger = Stream.of(
                        own.stream()
                                .filter(object -> !views.contains(object))
                                .map(object -> entry(object, input.selection())),
                        views.ledger(),
                        input.sourceObjects().stream()
                                .filter(object -> isMadeAgainAnyway(object, input))
                                .map(object -> entry(object, Fate.TRANSLATED, "by the schema that is given")),
                        input.source().sequences().stream().map(OtherObjectsPlan::entry),
                        restored.stream()
                                .filter(object -> !isRestoredView(object, input))
                                .map(object -> entry(object, Fate.RESTORED, freshness.note(object))),
                        missing.stream()
                                .flatMap(object -> obstacle(object, input, tables).stream()
                                        .map(obstacle -> entry(object, Fate.LEFT_BEHIND, obstacle))),
                        sequences.stream().map(OtherObjectsPlan::restoredEntry))
                .flatMap(entries -> entries);
        List<Statement> refresh = restored.stream()
                .flatMap(object -> freshness.refresh(object).stream())
                .toList();
        return new OtherObjectsPlan(
                ledger.toList(), remembered(own, input), restored, views.translated(), refresh, sequences);
    }

    /** What becomes of them where the target keeps its schema: the source's are remembered, and none is made. */
    static OtherObjectsPlan ofKeptSchema(PlanInput input) {
        List<OtherObject> own = input.sourceObjects();
        Stream<LedgerEntry> ledger = Stream.of(
                        own.stream().map(object -> entry(object, input.selection())),
                        input.source().sequences().stream().map(OtherObjectsPlan::entry),
                        missing(input).stream()
                                .map(object -> entry(object, Fate.LEFT_BEHIND, "the target keeps its schema")))
                .flatMap(entries -> entries);
        return new OtherObjectsPlan(
                ledger.toList(), remembered(own, input), List.of(), List.of(), List.of(), List.of());
    }

    private static List<OtherObject> remembered(List<OtherObject> own, PlanInput input) {
        return own.stream()
                .filter(object -> object.definition() != null && takesPart(object, input.selection()))
                .toList();
    }

    /** The source has it as a view of its own, which is in the ledger already. */
    private static boolean isRestoredView(OtherObject object, PlanInput input) {
        return input.memoryOfTarget().stream()
                .flatMap(memory -> memory.views().stream())
                .anyMatch(view -> view.origin().equals(object));
    }

    /** Whether a view of the target's is replaced by one that is made. */
    boolean replaces(OtherObject there) {
        return translated.stream().map(ViewPlan::target).anyMatch(view -> view != null && view.isNamesakeOf(there));
    }

    /** What the source remembers and the target does not have. */
    private static List<OtherObject> missing(PlanInput input) {
        return input.memoryOfTarget().stream()
                .flatMap(memory -> memory.others().stream())
                .filter(object -> !staysAtTarget(object, input))
                .filter(object -> !isGiven(object, input))
                .filter(object -> takesPart(object, input.selection()))
                .toList();
    }

    /** What was made here by a schema that is given is no part of what goes home. */
    private static boolean isMadeAgainAnyway(OtherObject object, PlanInput input) {
        return input.memoryOfTarget().isPresent()
                && input.given().filter(schema -> schema.saysOfSource(object)).isPresent();
    }

    private static boolean isGiven(OtherObject object, PlanInput input) {
        return input.given().stream()
                .flatMap(schema -> schema.objects().stream())
                .anyMatch(object::isNamesakeOf);
    }

    private static boolean takesPart(OtherObject object, Selection selection) {
        return !object.holdsRows() || selection.contains(object.name());
    }

    /** Why an object cannot be made at the target: the server or the database lacks something, such as a role or a table. */
    private static Optional<String> obstacle(OtherObject object, PlanInput input, TargetTables tables) {
        List<String> lacking = input.lackingFor(object);
        if (!lacking.isEmpty()) {
            return Optional.of("the target lacks " + String.join(", ", lacking));
        }
        return tables.miss(object) ? Optional.of("a table or partition that it needs is not there") : Optional.empty();
    }

    private static boolean staysAtTarget(OtherObject object, PlanInput input) {
        return (input.keptSchema().isPresent() || !input.dialect().replacesWholeDatabase())
                && input.target().others().stream().anyMatch(object::isNamesakeOf);
    }

    private static List<Sequence> restoredSequences(PlanInput input) {
        List<Sequence> there = input.target().sequences();
        return input.memoryOfTarget().map(Memory::sequences).orElse(List.of()).stream()
                .filter(sequence ->
                        there.stream().noneMatch(other -> other.name().equals(sequence.name())))
                .toList();
    }

    private static LedgerEntry entry(OtherObject object, Selection selection) {
        if (!takesPart(object, selection)) {
            return entry(object, Fate.LEFT_BEHIND, "excluded");
        }
        if (object.isUnknown()) {
            return entry(
                    object, Fate.REFUSED, "dbsync does not know this kind of object, and so not what it would lose.");
        }
        if (object.definition() != null) {
            return entry(object, Fate.REMEMBERED, noteOf(object));
        }
        return object.holdsRows()
                ? entry(
                        object,
                        Fate.REFUSED,
                        "Its rows cannot be moved, and without them the target would not be the same.")
                : entry(object, Fate.LEFT_BEHIND, "no statement makes it again");
    }

    private static String noteOf(OtherObject object) {
        if (object.kind().equals("foreign table")) {
            return "its rows stay on their own server";
        }
        return object.holdsRows() ? "with its rows; of use at home only" : "";
    }

    private static LedgerEntry entry(OtherObject object, Fate fate, String note) {
        return new LedgerEntry(object.kind(), object.name().toString(), fate, note);
    }

    private static LedgerEntry entry(Sequence sequence) {
        return new LedgerEntry("sequence", sequence.name().toString(), Fate.REMEMBERED, "with its state");
    }

    private static LedgerEntry restoredEntry(Sequence sequence) {
        return new LedgerEntry("sequence", sequence.name().toString(), Fate.RESTORED, "exactly as it was");
    }
}
