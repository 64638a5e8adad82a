package io.github.dbsync.comparison;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dbsync.batch.BytesVector;
import io.github.dbsync.batch.DoubleVector;
import io.github.dbsync.batch.LongVector;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.catalog.LogicalType;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;

/** A value of a key, as people know it. Long ones are cut. */
final class ValueText {

    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);
    private static final long MICROSECONDS_PER_DAY = 86_400_000_000L;
    private static final int LONGEST = 60;

    private ValueText() {}

    static String of(Vector column, int row, LogicalType type) {
        if (column.isNull(row)) {
            return "null";
        }
        if (column instanceof LongVector longs) {
            return number(longs.get(row), type);
        }
        return column instanceof DoubleVector doubles
                ? String.valueOf(doubles.get(row))
                : cut(bytes(((BytesVector) column).copy(row), type));
    }

    private static String number(long value, LogicalType type) {
        boolean infinite = value == Long.MAX_VALUE || value == Long.MIN_VALUE;
        if (type instanceof LogicalType.Bool) {
            return value == 1 ? "true" : "false";
        } else if (type instanceof LogicalType.Time) {
            return value == MICROSECONDS_PER_DAY
                    ? "24:00"
                    : LocalTime.MIDNIGHT.plus(value, ChronoUnit.MICROS).toString();
        } else if (type instanceof LogicalType.Date && !infinite) {
            return EPOCH.plusDays(value).toString();
        } else if (type instanceof LogicalType.Timestamp timestamp && !infinite) {
            LocalDateTime local = EPOCH.atStartOfDay().plus(value, ChronoUnit.MICROS);
            return local + (timestamp.zoned() ? "Z" : "");
        }
        return String.valueOf(value);
    }

    private static String bytes(byte[] value, LogicalType type) {
        if (type instanceof LogicalType.Uuid) {
            ByteBuffer halves = ByteBuffer.wrap(value);
            return new UUID(halves.getLong(), halves.getLong()).toString();
        } else if (type instanceof LogicalType.Bytes) {
            return "x'" + HexFormat.of().formatHex(value) + "'";
        } else if (type instanceof LogicalType.Decimal) {
            return new String(value, UTF_8);
        }
        return "'" + new String(value, UTF_8) + "'";
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "...";
    }
}
