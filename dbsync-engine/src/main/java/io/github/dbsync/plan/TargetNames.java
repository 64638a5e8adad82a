package io.github.dbsync.plan;

import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import java.util.HashMap;
import java.util.Map;

/** The names of all tables at the target: the one a table had at home where this is the way back, else by the naming's rule. */
final class TargetNames {

    private final Naming naming;
    private final Map<QualifiedName, QualifiedName> remembered = new HashMap<>();

    TargetNames(PlanInput input) {
        this.naming = input.naming();
        if (input.memoryOfTarget().isPresent()) {
            input.selected().forEach(table -> remember(table.recall()));
        }
    }

    QualifiedName of(QualifiedName source) {
        return remembered.getOrDefault(source, naming.apply(source));
    }

    private void remember(Recall recall) {
        Table current = recall.table();
        if (recall.remembered() != null) {
            QualifiedName origin = recall.remembered().origin().name();
            if (naming.reversed().apply(origin).equals(current.name())) {
                remembered.put(current.name(), origin);
            }
        }
    }
}
