package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.Table;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The query for some columns of a table, in the order of its rowids or key: first the rowid where there is one, then the
 * columns, and in a database in UTF-16 then each column as the raw bytes of its text.
 */
record RowQuery(String sql, boolean hasRowid, int columns, Charset encoding) {

    /** The names under which SQLite knows the rowid, unless a column has taken them. */
    private static final List<String> ROWID_NAMES = List.of("rowid", "_rowid_", "oid");

    static RowQuery of(Table table, List<Column> columns, Charset encoding) {
        return of(table, rowid(table), columns, encoding);
    }

    /** @param rowid the name under which the rowid is read, or none where it need not be */
    static RowQuery of(Table table, Optional<String> rowid, List<Column> columns, Charset encoding) {
        List<String> names =
                columns.stream().map(column -> SqliteNames.quote(column.name())).toList();
        Stream<String> raw = encoding.equals(StandardCharsets.UTF_8)
                ? Stream.empty()
                : names.stream().map(name -> "CAST(" + name + " AS BLOB)");
        String selected = Stream.of(rowid.stream(), names.stream(), raw)
                .flatMap(parts -> parts)
                .collect(Collectors.joining(", "));
        String sql = "SELECT " + (selected.isEmpty() ? "NULL" : selected) + " FROM "
                + SqliteNames.quote(table.name().name()) + order(table, rowid);
        return new RowQuery(sql, rowid.isPresent(), names.size(), encoding);
    }

    int valueAt(int column) {
        return (hasRowid ? 1 : 0) + column;
    }

    int rawTextAt(int column) {
        return valueAt(columns + column);
    }

    /** Without it, SQLite may go through an index instead of the table. */
    private static String order(Table table, Optional<String> rowid) {
        Key key = table.primaryKey();
        return rowid.map(name -> " ORDER BY " + name)
                .orElse(key == null ? "" : " ORDER BY " + SqliteNames.quoteAll(key.columns()));
    }

    /** Whether this is the rowid's name, unless it is a column's. */
    static boolean isRowidName(String name) {
        return ROWID_NAMES.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** The name under which a table's rowid can be read and written; empty where there is none. */
    static Optional<String> rowid(Table table) {
        if (SqliteOptions.isWithoutRowid(table)) {
            return Optional.empty();
        }
        return ROWID_NAMES.stream()
                .filter(name -> table.columns().stream()
                        .noneMatch(column -> column.name().equalsIgnoreCase(name)))
                .findFirst();
    }
}
