package io.github.dbsync.prisma;

import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.CompactJson;
import io.github.dbsync.catalog.EnumLabels;
import io.github.dbsync.catalog.InstantForm;
import io.github.dbsync.catalog.JsonList;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.StoredForm;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The types that Prisma gives to columns, in the words of each database. */
final class ColumnTypes {

    private final PushContext context;

    ColumnTypes(PushContext context) {
        this.context = context;
    }

    /** The type of a field that is a column. */
    ColumnType of(Field field) {
        if (field.type().unsupported()) {
            return printed(field.type().name());
        }
        return context.provider() == Provider.SQLITE ? ofSqlite(field) : ofPostgres(field);
    }

    private ColumnType ofSqlite(Field field) {
        if (field.isList()) {
            return new ColumnType(new LogicalType.Json(true), "JSONB", new JsonList(element(field)));
        }
        return ScalarType.of(field)
                .map(ColumnTypes::sqlite)
                .orElseGet(() -> new ColumnType(new LogicalType.Text(null, false), "TEXT", labels(field)));
    }

    private static ColumnType sqlite(ScalarType type) {
        return new ColumnType(logical(type), sqliteName(type), sqliteForm(type));
    }

    /** What a member of a list is in JSON: a number only where every client reads all its digits. */
    private static JsonList.Element element(Field field) {
        return switch (ScalarType.of(field).orElse(ScalarType.STRING)) {
            case INT, BIGINT, FLOAT -> JsonList.Element.NUMBER;
            case BOOLEAN -> JsonList.Element.BOOLEAN;
            case JSON -> JsonList.Element.JSON;
            case STRING, DECIMAL, DATETIME, BYTES -> JsonList.Element.TEXT;
        };
    }

    /** SQLite keeps an enum's values as texts, and nothing there keeps others out. */
    private EnumLabels labels(Field field) {
        return new EnumLabels(context.schema().lookupEnum(field.type().name()).stream()
                .flatMap(type -> type.values().stream())
                .map(Attributed::databaseName)
                .toList());
    }

    private ColumnType ofPostgres(Field field) {
        ColumnType single = ofSingle(field);
        return field.isList() ? list(single) : single;
    }

    private static ColumnType list(ColumnType element) {
        String printed = element.logical() instanceof LogicalType.Printed other
                ? other.type()
                : element.declared().toLowerCase(Locale.ROOT);
        return new ColumnType(new LogicalType.Printed(printed + "[]"), element.declared() + "[]");
    }

    private ColumnType ofSingle(Field field) {
        Optional<ScalarType> scalar = ScalarType.of(field);
        if (scalar.isEmpty()) {
            return printed(context.quotedName(context.enumName(field)));
        }
        return context.nativeType(field)
                .map(known -> known.known() == NativeType.Known.CITEXT ? ofExtension(known) : known.columnType())
                .orElse(new ColumnType(logical(scalar.get()), postgresName(scalar.get())));
    }

    /** A type that is where its extension is. */
    private ColumnType ofExtension(NativeType type) {
        String name = type.columnType().declared().toLowerCase(Locale.ROOT);
        return printed(context.quotedName(new QualifiedName(context.home(), name)));
    }

    private static ColumnType printed(String declared) {
        return new ColumnType(new LogicalType.Printed(declared), declared);
    }

    private static String sqliteName(ScalarType type) {
        return switch (type) {
            case STRING -> "TEXT";
            case BOOLEAN -> "BOOLEAN";
            case INT -> "INTEGER";
            case BIGINT -> "BIGINT";
            case FLOAT -> "REAL";
            case DECIMAL -> "DECIMAL";
            case DATETIME -> "DATETIME";
            case JSON -> "JSONB";
            case BYTES -> "BLOB";
        };
    }

    /** How Prisma keeps values on SQLite, where the declared type does not say it; dates are so since Prisma 7. */
    private static @Nullable StoredForm sqliteForm(ScalarType type) {
        return switch (type) {
            case DATETIME -> InstantForm.ISO_TEXT;
            case JSON -> new CompactJson();
            case STRING, BOOLEAN, INT, BIGINT, FLOAT, DECIMAL, BYTES -> null;
        };
    }

    private static String postgresName(ScalarType type) {
        return switch (type) {
            case STRING -> "TEXT";
            case BOOLEAN -> "BOOLEAN";
            case INT -> "INTEGER";
            case BIGINT -> "BIGINT";
            case FLOAT -> "DOUBLE PRECISION";
            case DECIMAL -> "DECIMAL(65,30)";
            case DATETIME -> "TIMESTAMP(3)";
            case JSON -> "JSONB";
            case BYTES -> "BYTEA";
        };
    }

    private static LogicalType logical(ScalarType type) {
        return switch (type) {
            case STRING -> new LogicalType.Text(null, false);
            case BOOLEAN -> new LogicalType.Bool();
            case INT -> new LogicalType.Int(Integer.BYTES);
            case BIGINT -> new LogicalType.Int(Long.BYTES);
            case FLOAT -> new LogicalType.Float(Double.BYTES);
            case DECIMAL -> new LogicalType.Decimal(65, 30);
            case DATETIME -> new LogicalType.Timestamp(false);
            case JSON -> new LogicalType.Json(true);
            case BYTES -> new LogicalType.Bytes();
        };
    }
}
