package io.github.dbsync.plan;

import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.memory.Memory.RememberedTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The names of all tables at the target: the one that is given, the one a table had at home where this is the way back, else
 * by the naming's rule.
 */
final class TargetNames {

    private final Naming naming;
    private final Map<QualifiedName, QualifiedName> known = new HashMap<>();

    TargetNames(PlanInput input) {
        this.naming = input.naming();
        input.memoryOfTarget().map(Memory::tables).orElse(List.of()).forEach(this::remember);
        input.given().stream()
                .flatMap(schema -> schema.tables().stream())
                .forEach(given -> known.put(given.source(), given.target().name()));
    }

    QualifiedName of(QualifiedName source) {
        return known.getOrDefault(source, naming.apply(source));
    }

    private void remember(RememberedTable table) {
        QualifiedName created = table.created().name();
        known.put(created, naming.home(table.origin().name(), created));
    }
}
