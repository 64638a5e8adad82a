package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.LogicalType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What declared types promise, how logical types are declared, and how their values are kept. */
final class SqliteTypes {

    private static final Pattern DECLARED =
            Pattern.compile("(?<name>[^(]*)(\\(\\s*(?<first>\\d{1,9})\\s*(,\\s*(?<second>\\d{1,9})\\s*)?\\).*)?.*");

    /** PostgreSQL's limits for {@code varchar(n)} and {@code numeric(p,s)}: what is beyond them has no limit there. */
    private static final int LONGEST_TEXT = 10_485_760;

    private static final int MOST_DIGITS = 1000;

    private static final LogicalType TEXT = new LogicalType.Text(null, false);
    private static final LogicalType NUMBER = new LogicalType.Decimal(null, null);

    private SqliteTypes() {}

    /** What a declared type promises; its values may say otherwise. */
    static LogicalType logical(String declared, boolean strict) {
        Matcher type = DECLARED.matcher(declared.toUpperCase(Locale.ROOT));
        if (!type.matches()) {
            return NUMBER;
        }
        String name = type.group("name").strip().replaceAll("\\s+", " ");
        return switch (Affinity.of(declared, strict)) {
            case INTEGER -> integer(name);
            case TEXT -> new LogicalType.Text(name.contains("CHAR") ? length(type) : null, false);
            case BLOB -> new LogicalType.Bytes();
            case REAL -> new LogicalType.Float(8);
            case NUMERIC -> numeric(name, type);
        };
    }

    private static LogicalType integer(String name) {
        return switch (name) {
            case "SMALLINT", "INT2" -> new LogicalType.Int(2);
            case "INT4" -> new LogicalType.Int(4);
            default -> new LogicalType.Int(8);
        };
    }

    private static @Nullable Integer length(Matcher type) {
        Integer length = number(type, "first");
        return length == null || length < 1 || length > LONGEST_TEXT ? null : length;
    }

    private static LogicalType numeric(String name, Matcher type) {
        return switch (name) {
            case "BOOL", "BOOLEAN" -> new LogicalType.Bool();
            case "DATE" -> new LogicalType.Date();
            case "TIME" -> new LogicalType.Time();
            case "DATETIME", "TIMESTAMP" -> new LogicalType.Timestamp(false);
            case "TIMESTAMPTZ", "TIMESTAMP WITH TIME ZONE" -> new LogicalType.Timestamp(true);
            case "UUID" -> new LogicalType.Uuid();
            case "JSON", "JSONB" -> TEXT;
            default -> decimal(type);
        };
    }

    private static LogicalType decimal(Matcher type) {
        Integer precision = number(type, "first");
        if (precision == null || precision < 1 || precision > MOST_DIGITS) {
            return NUMBER;
        }
        Integer scale = number(type, "second");
        return scale != null && scale > precision
                ? NUMBER
                : new LogicalType.Decimal(precision, scale == null ? 0 : scale);
    }

    private static @Nullable Integer number(Matcher type, String group) {
        String digits = type.group(group);
        return digits == null ? null : Integer.valueOf(digits);
    }

    /**
     * How a foreign type is declared here: with an affinity that bends none of its values, for SQLite stores
     * {@code 00001111} in a {@code bit(8)} as the number 1111.
     */
    static String declared(LogicalType type) {
        if (type instanceof LogicalType.Bool) {
            return "BOOLEAN";
        } else if (type instanceof LogicalType.Int integer) {
            return integer.bytes() == 2 ? "SMALLINT" : integer.bytes() == 4 ? "INTEGER" : "BIGINT";
        } else if (type instanceof LogicalType.Float number) {
            return number.bytes() == 4 ? "REAL" : "DOUBLE PRECISION";
        } else if (type instanceof LogicalType.Text text) {
            return text.maxLength() == null ? "TEXT" : (text.padded() ? "CHAR(" : "VARCHAR(") + text.maxLength() + ")";
        } else if (type instanceof LogicalType.Bytes) {
            return "BLOB";
        } else if (type instanceof LogicalType.Date) {
            return "DATE";
        } else if (type instanceof LogicalType.Time) {
            return "TIME";
        } else if (type instanceof LogicalType.Timestamp timestamp) {
            return timestamp.zoned() ? "TIMESTAMPTZ" : "TIMESTAMP";
        }
        return "TEXT";
    }

    static boolean holdsEveryInteger(LogicalType type) {
        return type instanceof LogicalType.Int integer && integer.bytes() == Long.BYTES;
    }

    /** How values of a type are kept in a column. */
    static ColumnMapping mapping(ColumnType type, Affinity affinity) {
        LogicalType logical = type.logical();
        if (type.form() != null) {
            return RuledTypes.mapping(logical, type.form(), affinity);
        } else if (logical instanceof LogicalType.Bool) {
            return new IntegerMapping(0, 1, affinity);
        } else if (logical instanceof LogicalType.Int integer) {
            return IntegerMapping.ofBytes(integer.bytes(), affinity);
        } else if (logical instanceof LogicalType.Float) {
            return new FloatMapping(affinity);
        } else if (logical instanceof LogicalType.Decimal decimal) {
            return new DecimalMapping(decimal, affinity);
        } else if (logical instanceof LogicalType.Text text) {
            return new TextMapping(text.maxLength(), affinity);
        } else if (logical instanceof LogicalType.Bytes) {
            return new BytesMapping();
        } else if (logical instanceof LogicalType.Uuid) {
            return new UuidMapping();
        } else if (logical instanceof LogicalType.Json) {
            return new TextMapping(null, affinity);
        } else if (logical instanceof LogicalType.Printed) {
            return new PrintedMapping(affinity);
        }
        return new TemporalMapping(logical, null);
    }

    /**
     * The types that a column may have instead of the one that its values do not fit, from the most fitting on: each holds
     * what is stored in it without loss.
     *
     * @param storages the storage classes of its values
     */
    static List<LogicalType> weaker(LogicalType declared, Affinity affinity, Set<Storage> storages) {
        List<LogicalType> weaker = new ArrayList<>();
        if (storages.equals(Set.of(Storage.TEXT))) {
            weaker.add(TEXT);
        } else if (storages.equals(Set.of(Storage.BLOB))) {
            weaker.add(new LogicalType.Bytes());
        } else if (declared instanceof LogicalType.Decimal || storages.size() > 1) {
            addNumber(weaker, affinity, storages);
        }
        if (storages.equals(Set.of(Storage.INTEGER))) {
            weaker.add(new LogicalType.Int(8));
        } else if (storages.equals(Set.of(Storage.REAL))) {
            weaker.add(new LogicalType.Float(8));
        }
        weaker.remove(declared);
        return weaker;
    }

    /** Integers and floating-point numbers of one column can travel as one only where SQLite itself keeps them apart. */
    private static void addNumber(List<LogicalType> weaker, Affinity affinity, Set<Storage> storages) {
        if (affinity.bendsWholeNumbers()
                && Set.of(Storage.INTEGER, Storage.REAL).containsAll(storages)) {
            weaker.add(NUMBER);
        }
    }
}
