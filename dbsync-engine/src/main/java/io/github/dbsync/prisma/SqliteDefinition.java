package io.github.dbsync.prisma;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.Table;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a table's CREATE TABLE for SQLite as Prisma does, to the character: SQLite keeps the text. */
final class SqliteDefinition {

    private final Table table;

    private SqliteDefinition(Table table) {
        this.table = table;
    }

    /** The table with its definition. */
    static Table of(Table table) {
        return table.withDefinition(new SqliteDefinition(table).createTable());
    }

    private String createTable() {
        Stream<String> columns = table.columns().stream().map(this::column);
        Stream<String> keys = table.foreignKeys().stream().map(SqliteDefinition::foreignKey);
        return Stream.of(columns, compositeKey(), keys)
                .flatMap(lines -> lines)
                .collect(Collectors.joining(
                        ",\n", "CREATE TABLE " + Sql.quote(table.name().name()) + " (\n", "\n)"));
    }

    private String column(Column column) {
        return "    " + Sql.quote(column.name()) + " " + column.type().declared()
                + (column.nullable() ? "" : " NOT NULL")
                + (isKey(List.of(column.name())) ? " PRIMARY KEY" : "")
                + (column.identity() == null ? "" : " AUTOINCREMENT")
                + (column.defaultValue() == null
                        ? ""
                        : " DEFAULT " + column.defaultValue().declared());
    }

    private boolean isKey(List<String> columns) {
        Key key = table.primaryKey();
        return key != null && key.columns().equals(columns);
    }

    private Stream<String> compositeKey() {
        return Stream.ofNullable(table.primaryKey())
                .filter(key -> key.columns().size() > 1)
                .map(key -> "\n    PRIMARY KEY " + names(key.columns()));
    }

    private static String foreignKey(ForeignKey key) {
        return "    CONSTRAINT " + Sql.quote(String.valueOf(key.name())) + " FOREIGN KEY " + names(key.columns())
                + " REFERENCES " + Sql.quote(key.parent().name()) + " " + names(key.parentColumns()) + " ON DELETE "
                + key.onDelete().sql() + " ON UPDATE " + key.onUpdate().sql();
    }

    private static String names(List<String> columns) {
        return columns.stream().map(Sql::quote).collect(Collectors.joining(", ", "(", ")"));
    }
}
