package io.github.dbsync.seed;

import static java.time.temporal.ChronoUnit.MICROS;

import io.github.dbsync.catalog.LogicalType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Reads dates and times in ISO 8601, with a T or a blank between both. What has no offset is UTC where that matters. */
final class MomentReader {

    private static final LocalDate EPOCH = LocalDate.of(2000, 1, 1);

    private static final DateTimeFormatter MOMENT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffset("+HH:mm", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private MomentReader() {}

    /** The carrier of a date, a time or a timestamp; empty where the text is none, or is finer than microseconds. */
    static Optional<Object> read(String text, LogicalType type) {
        try {
            if (type instanceof LogicalType.Time) {
                return micros(EPOCH.atTime(LocalTime.parse(text, DateTimeFormatter.ISO_LOCAL_TIME)));
            }
            if (text.matches("-?infinity")) {
                return Optional.of(text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE);
            }
            TemporalAccessor moment = MOMENT.parseBest(
                    text.replaceFirst("^(\\S+) (\\d)", "$1T$2"),
                    OffsetDateTime::from,
                    LocalDateTime::from,
                    LocalDate::from);
            return type instanceof LogicalType.Date ? days(moment) : micros(local(moment));
        } catch (DateTimeException | ArithmeticException noMoment) {
            return Optional.empty();
        }
    }

    private static Optional<Object> days(TemporalAccessor moment) {
        return moment instanceof LocalDate date ? Optional.of(ChronoUnit.DAYS.between(EPOCH, date)) : Optional.empty();
    }

    private static LocalDateTime local(TemporalAccessor moment) {
        if (moment instanceof OffsetDateTime zoned) {
            return zoned.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
        }
        return moment instanceof LocalDate date ? date.atStartOfDay() : LocalDateTime.from(moment);
    }

    private static Optional<Object> micros(LocalDateTime moment) {
        return moment.equals(moment.truncatedTo(MICROS))
                ? Optional.of(MICROS.between(EPOCH.atStartOfDay(), moment))
                : Optional.empty();
    }
}
