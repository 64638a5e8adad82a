package io.github.dbsync.plan;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.memory.Memory.RememberedView;
import io.github.dbsync.query.Comparison;
import io.github.dbsync.query.Field;
import io.github.dbsync.query.NotTranslatableException;
import io.github.dbsync.query.Relation;
import io.github.dbsync.query.TranslatedQuery;
import io.github.dbsync.query.ViewDialect;
import io.github.dbsync.query.ViewReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Decides what becomes of each view, and puts each after those that it reads. */
final class ViewPlanner {

    private final PlanInput input;
    private final List<TablePlan> tables;
    private final ViewDialect here;
    private final ViewDialect there;
    private final Map<QualifiedName, Relation> relations = new HashMap<>();
    private final Set<OtherObject> begun = new HashSet<>();
    private final List<ViewPlan> plans = new ArrayList<>();

    ViewPlanner(PlanInput input, List<TablePlan> tables) {
        this.input = input;
        this.tables = tables;
        this.here = input.sourceDialect().views();
        this.there = input.dialect().views();
        tables.stream()
                .filter(table -> !hasHeirs(table))
                .forEach(table -> relations.put(table.source().name(), relation(table)));
    }

    /** What a table with heirs shows is not what it shows where it has none. */
    private boolean hasHeirs(TablePlan plan) {
        return input.source().others().stream()
                        .anyMatch(object -> object.kind().equals("foreign table")
                                && object.tables().contains(plan.source().name()))
                || input.source().tables().stream()
                        .anyMatch(table -> table.inheritsFrom(plan.source().name()))
                || tables.stream()
                        .anyMatch(table ->
                                table.target().inheritsFrom(plan.target().name()));
    }

    /** The plans of all views of the source, each after those of the views that it reads. */
    List<ViewPlan> plan() {
        views().forEach(this::plan);
        return List.copyOf(plans);
    }

    private Stream<OtherObject> views() {
        return input.sourceObjects().stream()
                .filter(object -> object.kind().equals("view") && object.definition() != null);
    }

    private Relation relation(TablePlan plan) {
        Table source = plan.source();
        List<Field> fields = source.columns().stream()
                .filter(column -> column.type().comparesAlike())
                .flatMap(column -> plan.target().lookupColumn(column.name()).map(made -> field(column, made)).stream())
                .toList();
        return new Relation(
                source.name(),
                plan.target().name(),
                fields,
                fields.size() == source.columns().size());
    }

    private Field field(Column source, Column target) {
        boolean same = source.logical().equals(target.logical());
        return new Field(
                source.name(),
                target.logical(),
                same ? here.comparison(source).weaker(there.comparison(target)) : Comparison.NONE);
    }

    private void plan(OtherObject view) {
        if (!begun.add(view)) {
            return;
        }
        QualifiedName name = nameAtTarget(view);
        try {
            TranslatedQuery query = translate(view, name);
            relations.put(view.name(), new Relation(view.name(), name, query.fields(), true));
            plans.add(isAtHome(view) ? restored(view) : translated(view, name, query));
        } catch (NotTranslatableException reason) {
            plans.add(
                    isAtHome(view)
                            ? restored(view)
                            : new ViewPlan(view, Fate.REMEMBERED, reason.reason(), null, List.of()));
        }
    }

    private TranslatedQuery translate(OtherObject view, QualifiedName name) throws NotTranslatableException {
        if (!there.allows(name.name()) || isTaken(name)) {
            throw new NotTranslatableException("the other side cannot have a view of that name");
        }
        return ViewReader.read(Objects.requireNonNull(view.definition()), this::relation, here, there);
    }

    /** A relation by its name as views spell it; a view is planned before those that read it. */
    private Optional<Relation> relation(QualifiedName spelled) {
        views().filter(view -> isMeant(view.name(), spelled)).findFirst().ifPresent(this::plan);
        return relations.values().stream()
                .filter(relation -> isMeant(relation.source(), spelled))
                .findFirst();
    }

    /** SQLite's one schema is called main, and is blind to case. */
    private static boolean isMeant(QualifiedName name, QualifiedName spelled) {
        return name.schema().isEmpty()
                ? name.name().equalsIgnoreCase(spelled.name())
                        && Set.of("", "main").contains(spelled.schema().toLowerCase(Locale.ROOT))
                : name.equals(spelled);
    }

    private ViewPlan translated(OtherObject view, QualifiedName name, TranslatedQuery query) {
        OtherObject made = there.view(name, query.sql(), query.reads());
        String note = remembered(view).isPresent() ? "anew, since it changed after it was made here" : "";
        return new ViewPlan(view, Fate.TRANSLATED, note, made, query.reads());
    }

    private static ViewPlan restored(OtherObject view) {
        return new ViewPlan(view, Fate.RESTORED, "exactly as it was", null, List.of());
    }

    /** Whether it came from the target's side, and nobody changed it since. */
    private boolean isAtHome(OtherObject view) {
        return remembered(view).filter(known -> known.isUnchanged(view)).isPresent();
    }

    private Optional<RememberedView> remembered(OtherObject view) {
        return input.memoryOfTarget().flatMap(memory -> memory.lookupView(view.name()));
    }

    private QualifiedName nameAtTarget(OtherObject view) {
        return remembered(view)
                .map(known -> known.origin().name())
                .orElseGet(() -> input.naming().apply(view.name()));
    }

    /** Tables, indexes and keys share one space of names with views. */
    private boolean isTaken(QualifiedName name) {
        Stream<Table> staying =
                input.dialect().replacesWholeDatabase() ? Stream.of() : input.target().tables().stream();
        return Stream.concat(tables.stream().map(TablePlan::target), staying)
                        .filter(table -> table.name().schema().equals(name.schema()))
                        .flatMap(ViewPlanner::names)
                        .anyMatch(name.name()::equalsIgnoreCase)
                || isTakenByOther(name);
    }

    private boolean isTakenByOther(QualifiedName name) {
        return !input.dialect().replacesWholeDatabase()
                && input.target().others().stream()
                        .filter(object -> object.holdsRows() || object.kind().equals("materialized view"))
                        .anyMatch(object -> object.name().equals(name));
    }

    private static Stream<String> names(Table table) {
        Stream<String> own = Stream.of(table.name().name());
        Stream<String> keys = Stream.concat(Stream.ofNullable(table.primaryKey()), table.uniques().stream())
                .map(Key::name)
                .filter(Objects::nonNull);
        Stream<String> indexes = table.indexes().stream().map(Index::name);
        Stream<String> sequences = table.columns().stream()
                .map(Column::identity)
                .filter(Objects::nonNull)
                .map(identity -> identity.sequence().name().name());
        return Stream.of(own, keys, indexes, sequences).flatMap(names -> names);
    }
}
