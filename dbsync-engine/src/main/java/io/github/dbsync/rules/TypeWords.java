package io.github.dbsync.rules;

import io.github.dbsync.catalog.LogicalType;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types that a rule can name, in PostgreSQL's words. */
final class TypeWords {

    static final String KNOWN =
            "smallint, integer, bigint, double precision, numeric, numeric(p,s), boolean, text, bytea, date,"
                    + " time, timestamp, timestamptz, uuid, json";

    private static final Pattern NUMERIC = Pattern.compile("numeric\\((\\d{1,4}),\\s*(\\d{1,4})\\)");

    /** PostgreSQL docs, "Numeric Types". */
    private static final int MOST_DIGITS = 1000;

    private TypeWords() {}

    /** @throws io.github.dbsync.feedback.DbSyncException with {@code RULE_INVALID} where there is no such type */
    static LogicalType parse(Setting setting) {
        String type = setting.value().strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        return switch (type) {
            case "smallint" -> new LogicalType.Int(2);
            case "integer" -> new LogicalType.Int(4);
            case "bigint" -> new LogicalType.Int(8);
            case "double precision" -> new LogicalType.Float(8);
            case "numeric" -> new LogicalType.Decimal(null, null);
            case "boolean" -> new LogicalType.Bool();
            case "text" -> new LogicalType.Text(null, false);
            case "bytea" -> new LogicalType.Bytes();
            case "date" -> new LogicalType.Date();
            case "time" -> new LogicalType.Time();
            case "timestamp" -> new LogicalType.Timestamp(false);
            case "timestamptz" -> new LogicalType.Timestamp(true);
            case "uuid" -> new LogicalType.Uuid();
            case "json" -> new LogicalType.Json(false);
            default -> numeric(type, setting);
        };
    }

    private static LogicalType numeric(String type, Setting setting) {
        Matcher numeric = NUMERIC.matcher(type);
        if (!numeric.matches()) {
            throw RuleProblems.unknownValue(setting, KNOWN);
        }
        int precision = Integer.parseInt(numeric.group(1));
        int scale = Integer.parseInt(numeric.group(2));
        if (precision < 1 || precision > MOST_DIGITS || scale > precision) {
            throw RuleProblems.unknownValue(setting, "numeric(p,s) of up to " + MOST_DIGITS + " digits");
        }
        return new LogicalType.Decimal(precision, scale);
    }
}
