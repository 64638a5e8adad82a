package io.github.dbsync.seed;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.Table;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a file, read as its table says.
 *
 * @param row the row as it stands in its file
 * @param table its table
 * @param values its values by column, but references
 * @param references its references by column
 */
record TypedRow(
        SeedRow row, Table table, Map<String, CarriedValue> values, Map<String, SeedValue.Reference> references) {

    TypedRow {
        requireNonNull(row, "row");
        requireNonNull(table, "table");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        references = Collections.unmodifiableMap(new LinkedHashMap<>(references));
    }

    /** Whether the file says something of each of these columns, perhaps null. */
    boolean gives(List<String> columns) {
        return columns.stream().allMatch(column -> values.containsKey(column) || references.containsKey(column));
    }

    /** Whether every value of the file is there, and none was refused. */
    boolean isComplete() {
        return values.size() + references.size() == row.values().size();
    }

    TypedRow withValues(Map<String, CarriedValue> newValues) {
        return new TypedRow(row, table, newValues, references);
    }
}
