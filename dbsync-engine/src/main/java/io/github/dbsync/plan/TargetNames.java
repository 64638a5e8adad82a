package io.github.dbsync.plan;

import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.memory.Memory.RememberedTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names of all tables at the target: the one that is given, the one a table had at home where this is the way back, else
 * by the naming's rule.
 */
public final class TargetNames {

    private final Naming naming;
    private final Map<QualifiedName, QualifiedName> known = new HashMap<>();

    /**
     * The names that tables get where none is given.
     *
     * @param memoryOfTarget what the source remembers, where that is of the target's dialect
     */
    public TargetNames(Naming naming, Optional<Memory> memoryOfTarget) {
        this.naming = naming;
        memoryOfTarget.map(Memory::tables).orElse(List.of()).forEach(this::remember);
    }

    TargetNames(PlanInput input) {
        this(input.naming(), input.memoryOfTarget());
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
