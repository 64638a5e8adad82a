package io.github.dbsync.seed;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.seed.RowChange.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Decides what becomes of each row: it is new, it changes one that is there, or it is there already. */
final class SeedPlanner {

    private final Resolution resolution;
    private final PresentRows present;
    private final Map<KeyOfTable, TypedRow> keys = new HashMap<>();
    private final Map<RowOfTable, Long> unclaimed = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    SeedPlanner(Resolution resolution, PresentRows present) {
        this.resolution = resolution;
        this.present = present;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Empty where the row cannot be written, which is among the problems then. */
    Optional<RowChange> change(TypedRow row) {
        Map<String, CarriedValue> given = resolution.given(row);
        if (!given.keySet().containsAll(row.row().values().keySet())) {
            return Optional.empty();
        }
        if (RowKey.columnsOf(row.table()).isEmpty()) {
            return isThere(row, given) ? Optional.of(same(row, given)) : added(row, given);
        }
        Optional<RowKey> key = resolution.key(row);
        if (key.isEmpty()) {
            problems.add(SeedProblems.withoutKey(row));
            return Optional.empty();
        }
        Optional<RowChange> change = resolution
                .existing(row)
                .map(existing -> Optional.of(changed(row, given, existing, key.get())))
                .orElseGet(() -> added(row, given));
        change.ifPresent(this::checkKeys);
        return change;
    }

    /** A table without any key has a row as often as the files do; one that is there already counts for one of theirs. */
    private boolean isThere(TypedRow row, Map<String, CarriedValue> given) {
        List<String> columns = List.copyOf(given.keySet());
        RowOfTable mine = new RowOfTable(row.table().name(), columns, RowKey.of(given, columns));
        RowOfTable counted = new RowOfTable(row.table().name(), columns, new RowKey(List.of(), List.of()));
        if (unclaimed.put(counted, 1L) == null) {
            present.of(row.table())
                    .forEach(other -> unclaimed.merge(
                            new RowOfTable(row.table().name(), columns, RowKey.of(other, columns)), 1L, Long::sum));
        }
        return Objects.requireNonNull(unclaimed.merge(mine, -1L, Long::sum)) >= 0;
    }

    private static RowChange same(TypedRow row, Map<String, CarriedValue> after) {
        return new RowChange(Kind.SAME, row, Map.of(), List.of(), after);
    }

    private Optional<RowChange> added(TypedRow row, Map<String, CarriedValue> given) {
        List<Column> missing = row.table().storedColumns().stream()
                .filter(SeedPlanner::isRequired)
                .filter(column -> !given.containsKey(column.name()))
                .toList();
        missing.forEach(column -> problems.add(SeedProblems.missingValue(row, column)));
        return missing.isEmpty() && !given.isEmpty()
                ? Optional.of(new RowChange(Kind.ADDED, row, given, List.of(), given))
                : Optional.empty();
    }

    private static boolean isRequired(Column column) {
        return !column.nullable() && column.defaultValue() == null && column.identity() == null;
    }

    private static RowChange changed(
            TypedRow row, Map<String, CarriedValue> given, Map<String, CarriedValue> existing, RowKey key) {
        Map<String, CarriedValue> after = new LinkedHashMap<>(existing);
        after.putAll(given);
        Map<String, CarriedValue> values = given.entrySet().stream()
                .filter(entry -> key.columns().contains(entry.getKey())
                        || !entry.getValue().equals(existing.get(entry.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        return values.size() == key.columns().size()
                ? same(row, after)
                : new RowChange(Kind.CHANGED, row, values, key.columns(), after);
    }

    private void checkKeys(RowChange change) {
        Table table = change.row().table();
        RowKey.columnsOf(table).stream()
                .filter(change.after().keySet()::containsAll)
                .map(columns -> RowKey.of(change.after(), columns))
                .filter(key -> !key.hasNull())
                .forEach(key -> {
                    TypedRow other = keys.putIfAbsent(new KeyOfTable(table.name(), key), change.row());
                    if (other != null) {
                        problems.add(SeedProblems.keyTwice(change.row(), key.columns(), other));
                    }
                });
    }

    private record KeyOfTable(QualifiedName table, RowKey key) {}

    private record RowOfTable(QualifiedName table, List<String> columns, RowKey values) {}
}
