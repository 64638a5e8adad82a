package io.github.dbsync.seed;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds rows against the schema: every table and column has to be there, and every value has to fit. */
final class SeedCheck {

    private final SeedTables tables;
    private final List<Problem> problems = new ArrayList<>();

    SeedCheck(SeedTables tables) {
        this.tables = tables;
    }

    /** What is wrong with the rows so far. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The row as its table reads it, without the values that do not fit; empty where there is no such table. */
    Optional<TypedRow> type(SeedRow row) {
        Optional<Table> table = tables.lookup(row.table());
        if (table.isEmpty()) {
            problems.add(SeedProblems.unknownTable(row, tables.names()));
        }
        return table.map(found -> type(row, found));
    }

    private TypedRow type(SeedRow row, Table table) {
        Map<String, CarriedValue> values = new LinkedHashMap<>();
        Map<String, SeedValue.Reference> references = new LinkedHashMap<>();
        row.values().forEach((name, value) -> {
            Optional<Column> column = table.lookupColumn(name);
            if (column.filter(found -> found.generated() == null).isEmpty()) {
                problems.add(SeedProblems.unknownColumn(value, table, name, column.isPresent()));
            } else if (value instanceof SeedValue.Reference reference) {
                references.put(name, reference);
            } else {
                read(value, table, column.get()).ifPresent(carried -> values.put(name, carried));
            }
        });
        return new TypedRow(row, table, values, references);
    }

    private Optional<CarriedValue> read(SeedValue value, Table table, Column column) {
        if (value instanceof SeedValue.Null && !column.nullable()) {
            problems.add(SeedProblems.nullValue(value, table, column));
            return Optional.empty();
        }
        Optional<CarriedValue> read = ValueReader.read(value, column.logical());
        if (read.isEmpty()) {
            problems.add(SeedProblems.doesNotFit(value, table, column));
        }
        return read;
    }
}
