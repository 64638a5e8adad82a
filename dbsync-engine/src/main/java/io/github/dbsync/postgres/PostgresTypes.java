package io.github.dbsync.postgres;

import io.github.dbsync.catalog.LogicalType;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's types: what each means, how it is declared, and in which form its values travel. */
final class PostgresTypes {

    /** A modifier counts these bytes in, for historical reasons (PostgreSQL source, {@code VARHDRSZ}). */
    private static final int MODIFIER_HEADER = 4;

    private static final int MAX_PRECISION = 1000;
    private static final int MAX_VARCHAR = 10_485_760;

    private PostgresTypes() {}

    /**
     * The meaning of a column's type.
     *
     * @param builtin the name of PostgreSQL's own base type, or null for all others
     * @param modifier the type modifier, or -1
     * @param declared the type as PostgreSQL prints it
     */
    static LogicalType logical(@Nullable String builtin, int modifier, String declared) {
        if (builtin == null) {
            return new LogicalType.Printed(declared);
        }
        return switch (builtin) {
            case "bool" -> new LogicalType.Bool();
            case "int2" -> new LogicalType.Int(Short.BYTES);
            case "int4" -> new LogicalType.Int(Integer.BYTES);
            case "int8" -> new LogicalType.Int(Long.BYTES);
            case "float4" -> new LogicalType.Float(Float.BYTES);
            case "float8" -> new LogicalType.Float(Double.BYTES);
            case "numeric" -> decimal(modifier);
            case "text" -> new LogicalType.Text(null, false);
            case "varchar" -> new LogicalType.Text(length(modifier), false);
            case "bpchar" -> new LogicalType.Text(length(modifier), modifier >= 0);
            case "bytea" -> new LogicalType.Bytes();
            case "date" -> new LogicalType.Date();
            case "time" -> new LogicalType.Time();
            case "timestamp" -> new LogicalType.Timestamp(false);
            case "timestamptz" -> new LogicalType.Timestamp(true);
            case "uuid" -> new LogicalType.Uuid();
            case "json" -> new LogicalType.Json(false);
            case "jsonb" -> new LogicalType.Json(true);
            default -> new LogicalType.Printed(declared);
        };
    }

    private static @Nullable Integer length(int modifier) {
        return modifier < 0 ? null : modifier - MODIFIER_HEADER;
    }

    /** Precision above 16 bits, and a scale of 11 bits with a sign (PostgreSQL source, {@code numeric_typmod_scale}). */
    private static LogicalType decimal(int modifier) {
        if (modifier < 0) {
            return new LogicalType.Decimal(null, null);
        }
        int packed = modifier - MODIFIER_HEADER;
        return new LogicalType.Decimal(packed >> 16 & 0xFFFF, ((packed & 0x7FF) ^ 1024) - 1024);
    }

    /** The type that holds every value of a logical type, as PostgreSQL prints it. */
    static String declared(LogicalType type) {
        if (type instanceof LogicalType.Bool) {
            return "boolean";
        } else if (type instanceof LogicalType.Int integer) {
            return integer(integer.bytes());
        } else if (type instanceof LogicalType.Float floating) {
            return floating.bytes() == Float.BYTES ? "real" : "double precision";
        } else if (type instanceof LogicalType.Decimal decimal) {
            return declared(decimal);
        } else if (type instanceof LogicalType.Text text) {
            return declared(text);
        } else if (type instanceof LogicalType.Bytes) {
            return "bytea";
        } else if (type instanceof LogicalType.Date) {
            return "date";
        } else if (type instanceof LogicalType.Time) {
            return "time without time zone";
        } else if (type instanceof LogicalType.Timestamp timestamp) {
            return timestamp.zoned() ? "timestamp with time zone" : "timestamp without time zone";
        } else if (type instanceof LogicalType.Uuid) {
            return "uuid";
        } else if (type instanceof LogicalType.Json json) {
            return json.binary() ? "jsonb" : "json";
        } else if (type instanceof LogicalType.Printed printed) {
            return printed.type();
        }
        throw new IllegalArgumentException("unknown logical type " + type);
    }

    static String integer(int width) {
        return switch (width) {
            case Short.BYTES -> "smallint";
            case Integer.BYTES -> "integer";
            default -> "bigint";
        };
    }

    /** A scale that is negative or beyond the precision needs PostgreSQL 15: plain {@code numeric} holds it everywhere. */
    private static String declared(LogicalType.Decimal type) {
        Integer precision = type.precision();
        Integer scale = type.scale();
        boolean sayable = precision != null
                && scale != null
                && precision >= 1
                && precision <= MAX_PRECISION
                && scale >= 0
                && scale <= precision;
        return sayable ? "numeric(" + precision + "," + scale + ")" : "numeric";
    }

    private static String declared(LogicalType.Text type) {
        Integer length = type.maxLength();
        if (length == null || length < 1 || length > MAX_VARCHAR) {
            return "text";
        }
        return (type.padded() ? "character(" : "character varying(") + length + ")";
    }

    /** The form in which values of a type go through COPY. */
    static ColumnForm form(LogicalType type) {
        if (type instanceof LogicalType.Bool) {
            return new NumberForms.Bool();
        } else if (type instanceof LogicalType.Int integer) {
            return NumberForms.integer(integer.bytes());
        } else if (type instanceof LogicalType.Float floating) {
            return NumberForms.floating(floating.bytes());
        } else if (type instanceof LogicalType.Decimal) {
            return new NumericForm();
        } else if (type instanceof LogicalType.Text) {
            return new ByteForms.Text();
        } else if (type instanceof LogicalType.Bytes) {
            return new ByteForms.Bytes();
        } else if (type instanceof LogicalType.Date) {
            return new TemporalForms.Date();
        } else if (type instanceof LogicalType.Time) {
            return new TemporalForms.Time();
        } else if (type instanceof LogicalType.Timestamp timestamp) {
            return new TemporalForms.Timestamp(timestamp.zoned());
        } else if (type instanceof LogicalType.Uuid) {
            return new ByteForms.Uuid();
        } else if (type instanceof LogicalType.Json json) {
            return json.binary() ? new ByteForms.Jsonb() : new ByteForms.Text();
        } else if (type instanceof LogicalType.Printed) {
            return new ByteForms.Printed();
        }
        throw new IllegalArgumentException("unknown logical type " + type);
    }
}
