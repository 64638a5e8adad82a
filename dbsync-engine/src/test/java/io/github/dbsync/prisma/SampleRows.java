package io.github.dbsync.prisma;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.EnumLabels;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Three rows for each table of a schema, as SQL of either database. All values of a row are made of its number, so that every
 * reference finds its parent; the last row has nulls where it may.
 */
final class SampleRows {

    private static final int ROWS = 3;

    /** What PostgreSQL prints of a type is what its text begins or ends with, and the row's number. */
    private static final Map<String, String> PRINTED = Map.ofEntries(
            Map.entry("xml", "<a>%d</a>"),
            Map.entry("inet", "10.0.0.%d"),
            Map.entry("bit(4)", "0101"),
            Map.entry("varbit(8)", "10101"),
            Map.entry("oid", "%d"),
            Map.entry("money", "$%d.50"),
            Map.entry("timetz(3)", "03:04:0%d.5+00"),
            Map.entry("citext", "Text %d"),
            Map.entry("tsvector", "'a':1 'b':%d"),
            Map.entry("circle", "<(1,2),%d>"));

    private final Provider provider;
    private final Map<String, List<String>> enums;

    private SampleRows(Schema schema, Provider provider) {
        this.provider = provider;
        this.enums = schema.enums().stream()
                .collect(Collectors.toMap(
                        Enumeration::databaseName,
                        type -> type.values().stream()
                                .map(Attributed::databaseName)
                                .toList()));
    }

    /** The statements that fill all tables of a schema. */
    static String of(Schema schema, PushedSchema pushed, Provider provider) {
        SampleRows rows = new SampleRows(schema, provider);
        String inserts = pushed.tables().stream().map(rows::inserts).collect(Collectors.joining("\n"));
        return provider == Provider.SQLITE ? inserts : "SET session_replication_role = replica;\n" + inserts;
    }

    private String inserts(Table table) {
        String name = table.name().schema().isEmpty()
                ? Sql.quote(table.name().name())
                : Sql.quote(table.name().schema()) + "."
                        + Sql.quote(table.name().name());
        String columns = table.columns().stream()
                .map(column -> Sql.quote(column.name()))
                .collect(Collectors.joining(", ", " (", ")"));
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(row -> "INSERT INTO " + name + columns + " VALUES " + values(table, row) + ";")
                .collect(Collectors.joining("\n"));
    }

    private String values(Table table, int row) {
        return table.columns().stream()
                .map(column -> row == ROWS && column.nullable() ? "NULL" : value(column, row))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private String value(Column column, int row) {
        boolean sqlite = provider == Provider.SQLITE;
        LogicalType type = column.logical();
        if (column.type().form() instanceof EnumLabels form) {
            return Sql.literal(label(form.labels(), row));
        } else if (type instanceof LogicalType.Bool) {
            return sqlite ? String.valueOf(row % 2) : String.valueOf(row % 2 == 1);
        } else if (type instanceof LogicalType.Int) {
            return String.valueOf(row);
        } else if (type instanceof LogicalType.Float || type instanceof LogicalType.Decimal) {
            return row + ".25";
        } else if (type instanceof LogicalType.Bytes) {
            return sqlite ? "X'000" + row + "'" : "'\\x000" + row + "'";
        } else if (type instanceof LogicalType.Json) {
            return sqlite ? "'{\"a\":" + row + "}'" : "'{\"a\": " + row + "}'";
        }
        return Sql.literal(text(type, row));
    }

    private String text(LogicalType type, int row) {
        boolean sqlite = provider == Provider.SQLITE;
        if (type instanceof LogicalType.Timestamp) {
            return sqlite ? "2024-01-0" + row + "T03:04:05.678+00:00" : "2024-01-0" + row + " 03:04:05.678";
        } else if (type instanceof LogicalType.Date) {
            return "2024-01-0" + row;
        } else if (type instanceof LogicalType.Time) {
            return "03:04:0" + row;
        } else if (type instanceof LogicalType.Uuid) {
            return "00000000-0000-0000-0000-00000000000" + row;
        } else if (type instanceof LogicalType.Printed printed) {
            return printed(printed.type(), row);
        }
        return "t" + row;
    }

    private String printed(String type, int row) {
        if (type.endsWith("[]") && row == ROWS - 1) {
            return "{}";
        } else if (type.endsWith("[]")) {
            return "{" + element(type.substring(0, type.length() - 2), row) + "}";
        }
        return enums.entrySet().stream()
                .filter(entry -> type.endsWith("\"" + entry.getKey() + "\""))
                .findFirst()
                .map(entry -> label(entry.getValue(), row))
                .orElseGet(() ->
                        String.format(Locale.ROOT, PRINTED.getOrDefault(type.toLowerCase(Locale.ROOT), "t%d"), row));
    }

    private static String label(List<String> labels, int row) {
        return labels.get(row % labels.size());
    }

    private String element(String type, int row) {
        return switch (type) {
            case "text" -> "t" + row + ",\"a \\\"b\\\"\"";
            case "integer", "bigint", "double precision" -> "1,-" + row;
            case "decimal(65,30)" -> "1.5,-" + row;
            case "boolean" -> "t,f";
            case "timestamp(3)" -> "\"2024-01-0" + row + " 03:04:05.678\"";
            case "jsonb" -> "\"{\\\"a\\\": " + row + "}\"";
            case "bytea" -> "\"\\\\x000" + row + "\"";
            default -> '"' + printed(type, row) + '"';
        };
    }
}
