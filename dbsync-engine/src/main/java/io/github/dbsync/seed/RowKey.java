package io.github.dbsync.seed;

import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What tells a row from all others of its table.
 *
 * @param columns the columns of a key
 * @param values the row's values in them
 */
record RowKey(List<String> columns, List<CarriedValue> values) {

    RowKey {
        columns = List.copyOf(columns);
        values = List.copyOf(values);
    }

    /** @param row has a value for each of the columns, or it counts as null */
    static RowKey of(Map<String, CarriedValue> row, List<String> columns) {
        return new RowKey(
                columns,
                columns.stream()
                        .map(column -> row.getOrDefault(column, CarriedValue.NULL))
                        .toList());
    }

    boolean hasNull() {
        return values.stream().anyMatch(CarriedValue::isNull);
    }

    /** The columns of each key of a table, the primary key first. */
    static List<List<String>> columnsOf(Table table) {
        Stream<List<String>> constraints = Stream.concat(
                        Stream.ofNullable(table.primaryKey()), table.uniques().stream())
                .map(Key::columns);
        Stream<List<String>> indexes = table.indexes().stream()
                .filter(RowKey::isKey)
                .map(index -> index.parts().stream()
                        .map(part -> String.valueOf(part.column()))
                        .toList());
        return Stream.concat(constraints, indexes).distinct().toList();
    }

    private static boolean isKey(Index index) {
        return index.unique()
                && index.where() == null
                && index.parts().stream().allMatch(part -> part.column() != null);
    }
}
