package io.github.dbsync.plan;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.OtherObject.Moment;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.dialect.Dialect;
import io.github.dbsync.dialect.Script;
import io.github.dbsync.dialect.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The steps of a plan in the order that is safe and quick: make room, make what tables need, make tables, then table by table
 * its rows and keys, then what needs every table.
 */
final class StepList {

    private final List<Step> steps = new ArrayList<>();

    static List<Step> of(Dialect dialect, List<TablePlan> tables, OtherObjectsPlan others, Replacement replacement) {
        StepList list = new StepList();
        List<Script> scripts =
                tables.stream().map(table -> dialect.create(table.target())).toList();
        list.remove(replacement.remade());
        list.execute(dialect.drop(replacement.dropped()));
        list.make(replacement.remade(), Moment.BEFORE_TABLES);
        list.make(others.restored(), Moment.BEFORE_TABLES);
        for (Sequence sequence : others.restoredSequences()) {
            list.execute(dialect.create(sequence));
        }
        scripts.forEach(script -> list.execute(script.beforeRows()));
        list.make(replacement.remade(), Moment.BEFORE_ROWS);
        list.make(others.restored(), Moment.BEFORE_ROWS);
        for (int i = 0; i < scripts.size(); i++) {
            list.steps.add(new Step.CopyRows(tables.get(i)));
            list.execute(scripts.get(i).afterRows());
        }
        scripts.forEach(script -> list.execute(script.afterAllRows()));
        list.make(replacement.remade(), Moment.AFTER_ROWS);
        list.make(others.restored(), Moment.AFTER_ROWS);
        return List.copyOf(list.steps);
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
