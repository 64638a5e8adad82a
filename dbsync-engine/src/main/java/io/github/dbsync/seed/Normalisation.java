package io.github.dbsync.seed;

import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.LiveTarget;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.feedback.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the database what it makes of values, so that {@code {"a":1}} is found to be the {@code {"a": 1}} that is there already,
 * and a value that its type refuses is known before anything is written.
 */
final class Normalisation {

    private final LiveTarget target;
    private final IdentityHashMap<TypedRow, TypedRow> normal = new IdentityHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    Normalisation(LiveTarget target) {
        this.target = target;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The rows with the values that the database makes of theirs, in the same order; without values that it refuses. */
    List<TypedRow> of(List<TypedRow> rows) {
        Map<Group, List<TypedRow>> groups = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !row.values().isEmpty())
                .forEach(row -> groups.computeIfAbsent(Group.of(row), group -> new ArrayList<>())
                        .add(row));
        groups.values().forEach(this::normalise);
        return rows.stream().map(row -> normal.getOrDefault(row, row)).toList();
    }

    private void normalise(List<TypedRow> group) {
        if (target.attempt(() -> readBack(group)).isPresent()) {
            group.forEach(this::normaliseAlone);
        }
    }

    private void normaliseAlone(TypedRow row) {
        Optional<Problem> refused = target.attempt(() -> readBack(List.of(row)));
        refused.ifPresent(problem -> {
            problems.add(SeedProblems.refused(row, problem));
            normal.put(row, row.withValues(Map.of()));
        });
    }

    private void readBack(List<TypedRow> group) {
        Table scratch = ScratchRows.fill(
                target,
                group.get(0).table(),
                group.stream().map(TypedRow::values).toList());
        try (Source source = target.present()) {
            List<Map<String, CarriedValue>> values = ScratchRows.read(source, scratch);
            for (int i = 0; i < group.size(); i++) {
                normal.put(group.get(i), group.get(i).withValues(values.get(i)));
            }
        }
    }

    /** Rows that can be written together. */
    private record Group(QualifiedName table, Set<String> columns) {

        static Group of(TypedRow row) {
            return new Group(row.table().name(), Set.copyOf((Collection<String>)
                    row.values().keySet()));
        }
    }
}
