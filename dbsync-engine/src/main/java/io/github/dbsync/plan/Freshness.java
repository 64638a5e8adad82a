package io.github.dbsync.plan;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.memory.Memory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether objects that come back with rows of their own still fit the rows that the tables they cover have now. */
final class Freshness {

    private final PlanInput input;
    private final Map<QualifiedName, Boolean> sameRows = new HashMap<>();
    private final Set<QualifiedName> auxiliaries;

    Freshness(PlanInput input) {
        this.input = input;
        TargetNames names = new TargetNames(input);
        input.selected()
                .forEach(table -> sameRows.put(names.of(table.recall().table().name()), table.sameRows()));
        this.auxiliaries = input.memoryOfTarget().map(Memory::auxiliaries).orElse(List.of()).stream()
                .map(auxiliary -> auxiliary.origin().name())
                .collect(Collectors.toSet());
    }

    /** What an object is after it was restored, for people. */
    String note(OtherObject object) {
        if (!object.holdsRows() || covered(object).allMatch(this::isSame)) {
            return "exactly as it was";
        }
        return statements(object).isEmpty()
                ? "as it was, though what it covers has changed since"
                : "built anew, since what it covers has changed";
    }

    /** The statements that bring a restored object up to date. */
    List<Statement> refresh(OtherObject object) {
        return !object.holdsRows() || covered(object).allMatch(this::isSame) ? List.of() : statements(object);
    }

    /** An index of a table that is not there cannot be built. */
    private List<Statement> statements(OtherObject object) {
        return covered(object).allMatch(sameRows::containsKey) ? input.dialect().refresh(object) : List.of();
    }

    private boolean isSame(QualifiedName table) {
        return sameRows.getOrDefault(table, false);
    }

    private Stream<QualifiedName> covered(OtherObject object) {
        return object.tables().stream().filter(table -> !auxiliaries.contains(table));
    }
}
