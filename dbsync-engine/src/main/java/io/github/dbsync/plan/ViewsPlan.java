package io.github.dbsync.plan;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.memory.Memory.RememberedView;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What becomes of all views of the source, and of those that its memory knows.
 *
 * @param views the source's views, each after those that it reads
 * @param changed origins of views that are no longer as they were made here: what they are now takes their place
 * @param dropped origins of views that were dropped after they were made here, and stay so
 */
record ViewsPlan(List<ViewPlan> views, List<OtherObject> changed, List<OtherObject> dropped) {

    ViewsPlan {
        views = List.copyOf(views);
        changed = List.copyOf(changed);
        dropped = List.copyOf(dropped);
    }

    static ViewsPlan of(PlanInput input, List<TablePlan> tables) {
        List<RememberedView> remembered =
                input.memoryOfTarget().map(Memory::views).orElse(List.of());
        List<OtherObject> others = input.memoryOfTarget().map(Memory::others).orElse(List.of());
        return new ViewsPlan(
                new ViewPlanner(input, tables).plan(),
                remembered.stream()
                        .filter(view -> now(view, input).isPresent())
                        .filter(view ->
                                now(view, input).filter(view::isUnchanged).isEmpty())
                        .map(RememberedView::origin)
                        .toList(),
                remembered.stream()
                        .filter(view -> now(view, input).isEmpty())
                        .map(RememberedView::origin)
                        .filter(origin -> others.stream().noneMatch(other -> speaksOf(other, origin)))
                        .toList());
    }

    private static Optional<OtherObject> now(RememberedView view, PlanInput input) {
        return input.source().others().stream()
                .filter(view.created()::isNamesakeOf)
                .findFirst();
    }

    /** Whether one object may need another, for all that its definition says. */
    private static boolean speaksOf(OtherObject object, OtherObject view) {
        return !object.isNamesakeOf(view)
                && object.definition() != null
                && Pattern.compile("(?<!\\w)" + Pattern.quote(view.name().name()) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
                        .matcher(object.definition())
                        .find();
    }

    /** The views to make, each after those that it reads. */
    List<ViewPlan> translated() {
        return views.stream().filter(view -> view.target() != null).toList();
    }

    /** Whether a view of the source's memory comes back as it was. */
    boolean restores(OtherObject origin) {
        return !changed.contains(origin) && !dropped.contains(origin);
    }

    /** Whether an object of the source is there for one that comes back, so that it need not be remembered itself. */
    boolean isAtHome(OtherObject object) {
        return views.stream()
                .anyMatch(view -> view.fate() == Fate.RESTORED && view.source().equals(object));
    }

    boolean contains(OtherObject object) {
        return views.stream().anyMatch(view -> view.source().equals(object));
    }

    Stream<LedgerEntry> ledger() {
        return Stream.concat(
                views.stream().map(ViewPlan::entry),
                dropped.stream()
                        .map(origin -> new LedgerEntry(
                                origin.kind(),
                                origin.name().toString(),
                                Fate.LEFT_BEHIND,
                                "it was dropped after it was made here")));
    }
}
