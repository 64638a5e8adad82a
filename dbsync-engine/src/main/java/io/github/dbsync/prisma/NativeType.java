package io.github.dbsync.prisma;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.LogicalType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A type of PostgreSQL that an attribute such as {@code @db.VarChar(20)} asks for.
 *
 * @param known the type
 * @param arguments its length or precision and scale; none where it takes PostgreSQL's own
 */
record NativeType(Known known, List<Integer> arguments) {

    private static final Map<String, Known> BY_WORD =
            List.of(Known.values()).stream().collect(Collectors.toMap(Known::word, known -> known));

    NativeType {
        requireNonNull(known, "known");
        arguments = List.copyOf(arguments);
    }

    /** The type that an attribute asks for; empty where PostgreSQL has none of that name. */
    static Optional<NativeType> of(Attribute attribute) {
        String name = attribute.name().text();
        List<Integer> arguments = attribute.arguments().stream()
                .map(argument -> argument.value().token().text())
                .filter(digits -> digits.matches("\\d{1,9}"))
                .map(Integer::valueOf)
                .toList();
        return Optional.ofNullable(BY_WORD.get(name.substring(name.lastIndexOf('.') + 1)))
                .map(known -> new NativeType(known, arguments));
    }

    /** Whether it can be the type of a field, with these arguments. */
    boolean fits(Field field) {
        return ScalarType.of(field).filter(type -> type == known.scalar).isPresent()
                && arguments.size() <= known.arguments;
    }

    ColumnType columnType() {
        return new ColumnType(logical(), declared());
    }

    private String declared() {
        if (known == Known.DECIMAL && arguments.isEmpty()) {
            return "DECIMAL(65,30)";
        }
        return arguments.isEmpty()
                ? known.sql
                : known.sql + arguments.stream().map(String::valueOf).collect(Collectors.joining(",", "(", ")"));
    }

    private LogicalType logical() {
        return switch (known) {
            case SMALLINT -> new LogicalType.Int(Short.BYTES);
            case INTEGER -> new LogicalType.Int(Integer.BYTES);
            case BIGINT -> new LogicalType.Int(Long.BYTES);
            case DECIMAL -> arguments.isEmpty() ? new LogicalType.Decimal(65, 30) : decimal();
            case REAL -> new LogicalType.Float(Float.BYTES);
            case DOUBLE_PRECISION -> new LogicalType.Float(Double.BYTES);
            case VARCHAR -> new LogicalType.Text(first(), false);
            case CHAR -> new LogicalType.Text(first() == null ? Integer.valueOf(1) : first(), true);
            case TEXT -> new LogicalType.Text(null, false);
            case BYTEA -> new LogicalType.Bytes();
            case TIMESTAMP -> new LogicalType.Timestamp(false);
            case TIMESTAMPTZ -> new LogicalType.Timestamp(true);
            case DATE -> new LogicalType.Date();
            case TIME -> new LogicalType.Time();
            case BOOLEAN -> new LogicalType.Bool();
            case UUID -> new LogicalType.Uuid();
            case JSON -> new LogicalType.Json(false);
            case JSONB -> new LogicalType.Json(true);
            case MONEY, INET, OID, CITEXT, TIMETZ, BIT, VARBIT, XML ->
                new LogicalType.Printed(declared().toLowerCase(Locale.ROOT));
        };
    }

    private LogicalType decimal() {
        return new LogicalType.Decimal(first(), arguments.size() > 1 ? arguments.get(1) : 0);
    }

    private @Nullable Integer first() {
        return arguments.isEmpty() ? null : arguments.get(0);
    }

    /** The types that Prisma knows of PostgreSQL (prisma-engines, {@code postgres_types.rs}). */
    enum Known {
        SMALLINT("SmallInt", "SMALLINT", ScalarType.INT, 0),
        INTEGER("Integer", "INTEGER", ScalarType.INT, 0),
        BIGINT("BigInt", "BIGINT", ScalarType.BIGINT, 0),
        DECIMAL("Decimal", "DECIMAL", ScalarType.DECIMAL, 2),
        MONEY("Money", "MONEY", ScalarType.DECIMAL, 0),
        INET("Inet", "INET", ScalarType.STRING, 0),
        OID("Oid", "OID", ScalarType.INT, 0),
        CITEXT("Citext", "CITEXT", ScalarType.STRING, 0),
        REAL("Real", "REAL", ScalarType.FLOAT, 0),
        DOUBLE_PRECISION("DoublePrecision", "DOUBLE PRECISION", ScalarType.FLOAT, 0),
        VARCHAR("VarChar", "VARCHAR", ScalarType.STRING, 1),
        CHAR("Char", "CHAR", ScalarType.STRING, 1),
        TEXT("Text", "TEXT", ScalarType.STRING, 0),
        BYTEA("ByteA", "BYTEA", ScalarType.BYTES, 0),
        TIMESTAMP("Timestamp", "TIMESTAMP", ScalarType.DATETIME, 1),
        TIMESTAMPTZ("Timestamptz", "TIMESTAMPTZ", ScalarType.DATETIME, 1),
        DATE("Date", "DATE", ScalarType.DATETIME, 0),
        TIME("Time", "TIME", ScalarType.DATETIME, 1),
        TIMETZ("Timetz", "TIMETZ", ScalarType.DATETIME, 1),
        BOOLEAN("Boolean", "BOOLEAN", ScalarType.BOOLEAN, 0),
        BIT("Bit", "BIT", ScalarType.STRING, 1),
        VARBIT("VarBit", "VARBIT", ScalarType.STRING, 1),
        UUID("Uuid", "UUID", ScalarType.STRING, 0),
        XML("Xml", "XML", ScalarType.STRING, 0),
        JSON("Json", "JSON", ScalarType.JSON, 0),
        JSONB("JsonB", "JSONB", ScalarType.JSON, 0);

        private final String word;
        private final String sql;
        private final ScalarType scalar;
        private final int arguments;

        Known(String word, String sql, ScalarType scalar, int arguments) {
            this.word = word;
            this.sql = sql;
            this.scalar = scalar;
            this.arguments = arguments;
        }

        private String word() {
            return word;
        }
    }
}
