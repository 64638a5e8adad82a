package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order of a table's rows that is the same for the same rows, whatever the server's locale: by the primary key, else by a
 * unique key without nulls, else by all values as text. Texts are compared by their bytes.
 */
final class RowOrder {

    private static final String BY_BYTES = " COLLATE pg_catalog.\"C\"";

    private RowOrder() {}

    /** The clause with a blank before it; empty where the table has no columns, and all rows are alike. */
    static String of(Table table) {
        String order = key(table)
                .map(key -> key.columns().stream().map(name -> ofKey(table, name)))
                .orElseGet(() -> table.storedColumns().stream().map(RowOrder::asText))
                .collect(Collectors.joining(", "));
        return order.isEmpty() ? "" : " ORDER BY " + order;
    }

    private static Optional<Key> key(Table table) {
        return Stream.concat(Stream.ofNullable(table.primaryKey()), table.uniques().stream())
                .filter(key -> isWithoutNulls(key.columns(), table))
                .findFirst();
    }

    private static boolean isWithoutNulls(List<String> columns, Table table) {
        return columns.stream()
                .allMatch(name -> table.lookupColumn(name)
                        .filter(column -> !column.nullable())
                        .isPresent());
    }

    private static String ofKey(Table table, String name) {
        Column column = table.lookupColumn(name).orElseThrow();
        LogicalType type = column.logical();
        if (type instanceof LogicalType.Text) {
            return Quoting.name(name) + BY_BYTES;
        }
        boolean printed = type instanceof LogicalType.Printed || type instanceof LogicalType.Json;
        return printed ? asText(column) : Quoting.name(name);
    }

    private static String asText(Column column) {
        return "(" + CopyRowReader.printed(Quoting.name(column.name())) + ")" + BY_BYTES;
    }
}
