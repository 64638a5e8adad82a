package io.github.dbsync.plan;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.dialect.Dialect;
import io.github.dbsync.dialect.Script;
import io.github.dbsync.dialect.Statement;
import java.util.ArrayList;
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
        list.execute(dialect.drop(replacement.dropped()));
        list.make(others.restored().stream()
                .filter(OtherObjectsPlan::precedesTables)
                .toList());
        for (Sequence sequence : others.restoredSequences()) {
            list.execute(dialect.create(sequence));
        }
        scripts.forEach(script -> list.execute(script.beforeRows()));
        for (int i = 0; i < scripts.size(); i++) {
            list.steps.add(new Step.CopyRows(tables.get(i)));
            list.execute(scripts.get(i).afterRows());
        }
        scripts.forEach(script -> list.execute(script.afterAllRows()));
        list.make(others.restored().stream()
                .filter(object -> !OtherObjectsPlan.precedesTables(object))
                .toList());
        list.make(replacement.remade());
        return List.copyOf(list.steps);
    }

    private void execute(List<Statement> statements) {
        statements.forEach(statement -> steps.add(new Step.Execute(statement)));
    }

    private void make(List<OtherObject> objects) {
        for (OtherObject object : objects) {
            if (object.definition() != null) {
                execute(List.of(new Statement(object.definition(), object.kind() + " " + object.name())));
            }
        }
    }
}
