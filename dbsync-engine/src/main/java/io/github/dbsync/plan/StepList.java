package io.github.dbsync.plan;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.OtherObject.Moment;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Dialect;
import io.github.dbsync.dialect.Script;
import io.github.dbsync.dialect.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The steps of a plan in the order that is safe and quick: make room, make what tables need, make tables, then table by table
 * its rows and keys, then what needs every table.
 */
final class StepList {

    private final List<Step> steps = new ArrayList<>();

    /**
     * The steps for some tables and all that comes with them.
     *
     * @param tables all tables with rows, the auxiliary ones too
     * @param empty the tables that are made without rows
     */
    static List<Step> of(
            Dialect dialect,
            List<TablePlan> tables,
            List<Table> empty,
            GivenObjects given,
            OtherObjectsPlan others,
            Replacement replacement) {
        StepList list = new StepList();
        List<Script> scripts = Stream.concat(tables.stream().map(TablePlan::target), empty.stream())
                .map(dialect::create)
                .toList();
        list.remove(replacement.removed());
        list.execute(dialect.drop(replacement.dropped()));
        list.remove(given.replaced());
        list.make(replacement.remade(), Moment.BEFORE_TABLES);
        list.make(given.made(), Moment.BEFORE_TABLES);
        list.make(others.restored(), Moment.BEFORE_TABLES);
        for (Sequence sequence : others.restoredSequences()) {
            list.execute(dialect.create(sequence));
        }
        scripts.forEach(script -> list.execute(script.beforeRows()));
        list.make(replacement.remade(), Moment.BEFORE_ROWS);
        list.make(others.restored(), Moment.BEFORE_ROWS);
        for (int i = 0; i < scripts.size(); i++) {
            if (i < tables.size()) {
                list.steps.add(new Step.CopyRows(tables.get(i)));
            }
            list.execute(scripts.get(i).afterRows());
        }
        tables.forEach(table -> list.goOnBehindRows(dialect, table));
        list.execute(dialect.afterAllRows(scripts));
        list.make(withViews(others.translated(), replacement.remade(), others.restored()), Moment.AFTER_ROWS);
        return List.copyOf(list.steps);
    }

    /**
     * The steps where the target keeps its schema.
     *
     * @param refill what is done to tables that get other rows
     * @param tables these
     * @param auxiliaries the tables that are made for what is remembered
     */
    static List<Step> ofKeptSchema(
            Dialect dialect, Script refill, List<TablePlan> tables, List<TablePlan> auxiliaries) {
        StepList list = new StepList();
        list.execute(refill.beforeRows());
        tables.forEach(table -> list.steps.add(new Step.CopyRows(table)));
        for (TablePlan auxiliary : auxiliaries) {
            Script script = dialect.create(auxiliary.target());
            list.execute(script.beforeRows());
            list.steps.add(new Step.CopyRows(auxiliary));
            list.execute(script.afterRows());
        }
        list.execute(refill.afterAllRows());
        return List.copyOf(list.steps);
    }

    /** Translated views among the others, each right after the last of those that it reads. */
    private static List<OtherObject> withViews(
            List<ViewPlan> views, List<OtherObject> remade, List<OtherObject> restored) {
        List<OtherObject> objects = new ArrayList<>(remade);
        objects.addAll(restored);
        for (ViewPlan view : views) {
            int last = IntStream.range(0, objects.size())
                    .filter(i -> view.reads().contains(objects.get(i).name()))
                    .max()
                    .orElse(-1);
            objects.add(last + 1, requireNonNull(view.target()));
        }
        return objects;
    }

    private void goOnBehindRows(Dialect dialect, TablePlan table) {
        table.numberedAnew().forEach(column -> execute(dialect.goOnBehindRows(table.target(), column)));
    }

    private void execute(List<Statement> statements) {
        statements.forEach(statement -> steps.add(new Step.Execute(statement)));
    }

    /** Each goes before those that it needs. */
    private void remove(List<OtherObject> objects) {
        List<OtherObject> reversed = new ArrayList<>(objects);
        Collections.reverse(reversed);
        for (OtherObject object : reversed) {
            if (object.removal() != null) {
                execute(List.of(new Statement(
                        object.removal(), object.kind() + " " + object.name() + " is made again afterwards")));
            }
        }
    }

    private void make(List<OtherObject> objects, Moment moment) {
        for (OtherObject object : objects) {
            if (object.definition() != null && object.moment() == moment) {
                execute(List.of(new Statement(object.definition(), object.kind() + " " + object.name())));
            }
        }
    }
}
