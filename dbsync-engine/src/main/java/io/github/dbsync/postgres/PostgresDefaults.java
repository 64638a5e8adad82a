package io.github.dbsync.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.dbsync.catalog.Default.Meaning;
import io.github.dbsync.catalog.LogicalType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What defaults mean, both ways: PostgreSQL's printed expression to its meaning, a meaning to an expression that fits a column. */
final class PostgresDefaults {

    private static final String TYPE = "[a-z][a-z0-9_ .\"]*(?:\\(\\d+(?:,-?\\d+)?\\))?(?:\\[\\])?";
    private static final Pattern TEXT = Pattern.compile("'((?:[^']|'')*)'(?:::" + TYPE + ")?");
    private static final Pattern NUMBER =
            Pattern.compile("\\(*(-? ?\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?)\\)*(?:::" + TYPE + ")?");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");
    private static final Pattern NULL = Pattern.compile("NULL(?:::" + TYPE + ")?");
    private static final Set<String> NOW = Set.of(
            "now()",
            "CURRENT_TIMESTAMP",
            "LOCALTIMESTAMP",
            "transaction_timestamp()",
            "statement_timestamp()",
            "clock_timestamp()");
    private static final String UTC_NOW = "(now() AT TIME ZONE 'UTC'::text)";
    private static final String WHOLE_SECOND = "date_trunc('second'::text, ";
    private static final JsonMapper JSON = new JsonMapper();

    private PostgresDefaults() {}

    /** The meaning of a default on a column, as PostgreSQL prints it. */
    static Meaning meaning(String declared, LogicalType type) {
        if (NULL.matcher(declared).matches()) {
            return new Meaning.Null();
        }
        if (declared.equals("true") || declared.equals("false")) {
            return new Meaning.Bool(declared.equals("true"));
        }
        Matcher number = NUMBER.matcher(declared);
        if (number.matches()) {
            return isNumber(type) ? new Meaning.Number(number.group(1).replace(" ", "")) : new Meaning.Unknown();
        }
        Matcher text = TEXT.matcher(declared);
        return text.matches() ? literal(text.group(1).replace("''", "'"), type) : moment(declared, type);
    }

    private static Meaning literal(String text, LogicalType type) {
        if (isNumber(type)) {
            boolean plain = PLAIN_NUMBER.matcher(text).matches();
            return plain ? new Meaning.Number(text) : new Meaning.Unknown();
        }
        if (type instanceof LogicalType.Bytes) {
            return text.startsWith("\\x") ? new Meaning.Bytes(text.substring(2)) : new Meaning.Unknown();
        }
        boolean clock = type instanceof LogicalType.Time || type instanceof LogicalType.Timestamp;
        return clock ? new Meaning.Unknown() : new Meaning.Text(text);
    }

    private static boolean isNumber(LogicalType type) {
        return type instanceof LogicalType.Int
                || type instanceof LogicalType.Float
                || type instanceof LogicalType.Decimal;
    }

    private static Meaning moment(String declared, LogicalType type) {
        String expression = withoutPrecision(declared);
        boolean now = NOW.contains(expression);
        if (type instanceof LogicalType.Timestamp timestamp) {
            boolean utcNow = !timestamp.zoned()
                    && expression.toUpperCase(Locale.ROOT).equals("(NOW() AT TIME ZONE 'UTC'::TEXT)");
            return now || utcNow ? new Meaning.CurrentTimestamp() : new Meaning.Unknown();
        } else if (type instanceof LogicalType.Date) {
            return now || expression.equals("CURRENT_DATE") || expression.equals(UTC_NOW + "::date")
                    ? new Meaning.CurrentDate()
                    : new Meaning.Unknown();
        } else if (type instanceof LogicalType.Time) {
            boolean time = Set.of("CURRENT_TIME", "LOCALTIME", UTC_NOW + "::time(0) without time zone")
                    .contains(expression);
            return time ? new Meaning.CurrentTime() : new Meaning.Unknown();
        }
        return new Meaning.Unknown();
    }

    /** The moment without its rounding: {@code CURRENT_TIMESTAMP(3)}, or our own to whole seconds. */
    private static String withoutPrecision(String declared) {
        if (declared.startsWith(WHOLE_SECOND)) {
            return declared.substring(WHOLE_SECOND.length(), declared.length() - 1);
        }
        return declared.replaceFirst("^((?:CURRENT|LOCAL)[A-Z_]*)\\(\\d\\)$", "$1");
    }

    /**
     * A meaning as an expression for a column; seconds are whole where SQLite's are.
     *
     * @return empty where a column of that type cannot have it; "NULL" where no default says the same
     */
    static Optional<String> expression(Meaning meaning, LogicalType type) {
        if (meaning instanceof Meaning.Null) {
            return Optional.of("NULL");
        } else if (meaning instanceof Meaning.Text text) {
            return ofText(text.value(), type);
        } else if (meaning instanceof Meaning.Number number) {
            return ofNumber(number.digits(), type);
        } else if (meaning instanceof Meaning.Bool bool) {
            return ofNumber(bool.value() ? "1" : "0", type);
        } else if (meaning instanceof Meaning.Bytes bytes) {
            return type instanceof LogicalType.Bytes
                    ? Optional.of("'\\x" + bytes.hex() + "'::bytea")
                    : Optional.empty();
        } else if (meaning instanceof Meaning.CurrentTimestamp) {
            return ofNow(type);
        } else if (meaning instanceof Meaning.CurrentDate) {
            return ofNowPart(type, type instanceof LogicalType.Date, "date", "YYYY-MM-DD");
        } else if (meaning instanceof Meaning.CurrentTime) {
            return ofNowPart(type, type instanceof LogicalType.Time, "time(0) without time zone", "HH24:MI:SS");
        }
        return Optional.empty();
    }

    private static Optional<String> ofNow(LogicalType type) {
        if (type instanceof LogicalType.Timestamp timestamp) {
            return Optional.of(WHOLE_SECOND + (timestamp.zoned() ? "now()" : UTC_NOW) + ")");
        }
        return ofNowPart(type, false, "", "YYYY-MM-DD HH24:MI:SS");
    }

    private static Optional<String> ofNowPart(LogicalType type, boolean own, String cast, String pattern) {
        if (own) {
            return Optional.of(UTC_NOW + "::" + cast);
        }
        return type instanceof LogicalType.Text
                ? Optional.of("to_char(" + UTC_NOW + ", '" + pattern + "'::text)")
                : Optional.empty();
    }

    /** SQLite's text affinity turns an integer into its digits; what it makes of a fraction is not said here. */
    private static Optional<String> ofNumber(String digits, LogicalType type) {
        if (!PLAIN_NUMBER.matcher(digits).matches()) {
            return Optional.empty();
        }
        if (type instanceof LogicalType.Int integer) {
            return Optional.of(digits).filter(number -> fits(number, integer));
        } else if (type instanceof LogicalType.Bool) {
            return digits.equals("0") || digits.equals("1")
                    ? Optional.of(digits.equals("1") ? "true" : "false")
                    : Optional.empty();
        } else if (type instanceof LogicalType.Text) {
            return digits.matches("0|-?[1-9]\\d*") ? Optional.of("'" + digits + "'") : Optional.empty();
        }
        return isNumber(type) ? Optional.of(digits) : Optional.empty();
    }

    private static boolean fits(String digits, LogicalType.Int type) {
        try {
            long value = new BigDecimal(digits).longValueExact();
            return switch (type.bytes()) {
                case Short.BYTES -> (short) value == value;
                case Integer.BYTES -> (int) value == value;
                default -> true;
            };
        } catch (ArithmeticException fractionOrTooLarge) {
            return false;
        }
    }

    private static Optional<String> ofText(String text, LogicalType type) {
        if (isNumber(type) || (type instanceof LogicalType.Bool && text.matches("[01]"))) {
            return ofNumber(text, type);
        }
        return isValid(text, type) ? Optional.of(Quoting.literal(text)) : Optional.empty();
    }

    private static boolean isValid(String text, LogicalType type) {
        if (type instanceof LogicalType.Text limited) {
            Integer length = limited.maxLength();
            return text.indexOf('\0') < 0 && (length == null || text.codePointCount(0, text.length()) <= length);
        } else if (type instanceof LogicalType.Bool) {
            return text.equals("true") || text.equals("false");
        } else if (type instanceof LogicalType.Json) {
            return isJson(text);
        }
        return type instanceof LogicalType.Printed || isMoment(text, type) || isUuid(text, type);
    }

    private static boolean isJson(String text) {
        try {
            return !JSON.readTree(text).isMissingNode();
        } catch (JsonProcessingException notJson) {
            return false;
        }
    }

    private static boolean isMoment(String text, LogicalType type) {
        try {
            if (type instanceof LogicalType.Date) {
                return LocalDate.parse(text) != null;
            } else if (type instanceof LogicalType.Time) {
                return LocalTime.parse(text) != null;
            }
            return type instanceof LogicalType.Timestamp timestamp
                    && !timestamp.zoned()
                    && LocalDateTime.parse(text.replace(' ', 'T')) != null;
        } catch (DateTimeException notOne) {
            return false;
        }
    }

    private static boolean isUuid(String text, LogicalType type) {
        try {
            return type instanceof LogicalType.Uuid && UUID.fromString(text) != null;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }
}
