package io.github.dbsync.seed;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the values that files leave open: references become the values that the other rows have, and rows without a key get
 * one. A value is found when it is asked for, so that rows may refer to others in any order, and to themselves.
 */
final class Resolution {

    private final PresentRows present;
    private final SeedTables tables;
    private final NextNumbers numbers;
    private final Map<QualifiedName, Map<String, TypedRow>> labelled = new HashMap<>();
    private final IdentityHashMap<TypedRow, Optional<RowKey>> keys = new IdentityHashMap<>();
    private final IdentityHashMap<TypedRow, Map<String, CarriedValue>> drawn = new IdentityHashMap<>();
    private final Set<SeedValue.Reference> followed = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    Resolution(List<TypedRow> rows, PresentRows present, SeedTables tables) {
        this.present = present;
        this.tables = tables;
        this.numbers = new NextNumbers(rows, present);
        rows.forEach(this::label);
    }

    private void label(TypedRow row) {
        String label = row.row().label();
        if (label != null) {
            TypedRow other = labelled.computeIfAbsent(row.table().name(), table -> new HashMap<>())
                    .putIfAbsent(label, row);
            if (other != null) {
                problems.add(SeedProblems.labelTwice(row, label, other));
            }
        }
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The values that the file gives a row, with what references refer to, and the key that was found for it. */
    Map<String, CarriedValue> given(TypedRow row) {
        Map<String, CarriedValue> values = new LinkedHashMap<>(row.values());
        row.references().keySet().forEach(column -> value(row, column).ifPresent(value -> values.put(column, value)));
        key(row).ifPresent(key -> row.table().columns().stream()
                .map(Column::name)
                .filter(column -> key.columns().contains(column) || isNumbered(row.table(), column))
                .forEach(column -> value(row, column).ifPresent(value -> values.putIfAbsent(column, value))));
        return values;
    }

    /** The row of the database that a row of a file is; empty where it is a new one. */
    Optional<Map<String, CarriedValue>> existing(TypedRow row) {
        return key(row).flatMap(key -> present.lookup(row.table(), key));
    }

    /** What tells a row from others: the first key of which the file gives all columns, else one that its label makes. */
    Optional<RowKey> key(TypedRow row) {
        Optional<RowKey> known = keys.get(row);
        if (known == null) {
            known = givenKey(row).or(() -> labelKey(row));
            keys.put(row, known);
        }
        return known;
    }

    private Optional<RowKey> givenKey(TypedRow row) {
        return RowKey.columnsOf(row.table()).stream()
                .filter(row::gives)
                .map(columns -> key(row, columns))
                .filter(key -> !key.hasNull())
                .findFirst();
    }

    private RowKey key(TypedRow row, List<String> columns) {
        return new RowKey(
                columns,
                columns.stream()
                        .map(column -> value(row, column).orElse(CarriedValue.NULL))
                        .toList());
    }

    private static Optional<RowKey> labelKey(TypedRow row) {
        return primaryColumn(row.table())
                .filter(column -> !row.gives(List.of(column.name())))
                .flatMap(column ->
                        ofLabel(row, column).map(value -> new RowKey(List.of(column.name()), List.of(value))));
    }

    private static Optional<Column> primaryColumn(Table table) {
        return Optional.ofNullable(table.primaryKey())
                .filter(key -> key.columns().size() == 1)
                .flatMap(key -> table.lookupColumn(key.columns().get(0)));
    }

    private static Optional<CarriedValue> ofLabel(TypedRow row, Column column) {
        return Optional.ofNullable(row.row().label()).flatMap(label -> LabelKey.of(label, column.logical()));
    }

    private static boolean isNumbered(Table table, String column) {
        return primaryColumn(table).filter(key -> key.name().equals(column)).isPresent();
    }

    /** A row's value in a column; empty where neither the file nor the database says it. */
    private Optional<CarriedValue> value(TypedRow row, String column) {
        SeedValue.Reference reference = row.references().get(column);
        if (reference != null) {
            return referred(row, column, reference);
        }
        CarriedValue value = row.values().get(column);
        return value == null ? drawn(row, column) : Optional.of(value);
    }

    private Optional<CarriedValue> drawn(TypedRow row, String column) {
        Optional<Map<String, CarriedValue>> existing = existing(row);
        if (existing.isPresent()) {
            return existing.map(values -> values.get(column));
        }
        Map<String, CarriedValue> mine = drawn.computeIfAbsent(row, unknown -> new HashMap<>());
        if (!mine.containsKey(column)) {
            draw(row, column).ifPresent(value -> mine.put(column, value));
        }
        return Optional.ofNullable(mine.get(column));
    }

    /** The key of a new row that the file does not give. */
    private Optional<CarriedValue> draw(TypedRow row, String name) {
        Column column = row.table().lookupColumn(name).orElseThrow();
        Optional<RowKey> key = key(row);
        if (key.isPresent() && key.get().columns().contains(name)) {
            return Optional.of(key.get().values().get(key.get().columns().indexOf(name)));
        }
        Identity identity = column.identity();
        if (key.isPresent() && identity != null) {
            return Optional.of(numbers.next(row.table(), column, identity));
        }
        return isNumbered(row.table(), name) ? ofLabel(row, column) : Optional.empty();
    }

    private Optional<CarriedValue> referred(TypedRow row, String column, SeedValue.Reference reference) {
        Optional<ForeignKey> key = row.table().foreignKeys().stream()
                .filter(foreign -> foreign.columns().contains(column))
                .findFirst();
        Optional<TypedRow> other = target(reference, key);
        if (other.isEmpty()) {
            return refused(SeedProblems.unknownReference(reference, row.table(), column));
        }
        if (!followed.add(reference)) {
            return refused(SeedProblems.circle(reference, row.table(), column));
        }
        Optional<CarriedValue> value =
                otherColumn(other.get().table(), column, key).flatMap(name -> value(other.get(), name));
        followed.remove(reference);
        return value.isPresent() || !other.get().isComplete()
                ? value
                : refused(SeedProblems.unknownReference(reference, row.table(), column));
    }

    private Optional<TypedRow> target(SeedValue.Reference reference, Optional<ForeignKey> key) {
        Optional<QualifiedName> table = reference.table() == null
                ? key.map(ForeignKey::parent)
                : tables.lookup(Objects.requireNonNull(reference.table())).map(Table::name);
        return table.map(name -> labelled.getOrDefault(name, Map.of()).get(reference.label()));
    }

    /** The column that the foreign key refers to; the other row's key where there is no such foreign key. */
    private static Optional<String> otherColumn(Table other, String column, Optional<ForeignKey> key) {
        return key.filter(foreign -> foreign.parent().equals(other.name()))
                .map(foreign -> foreign.parentColumns().get(foreign.columns().indexOf(column)))
                .or(() -> primaryColumn(other).map(Column::name));
    }

    private Optional<CarriedValue> refused(Problem problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
        return Optional.empty();
    }
}
