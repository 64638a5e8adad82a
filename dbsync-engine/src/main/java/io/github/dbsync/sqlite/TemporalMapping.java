package io.github.dbsync.sqlite;

import static io.github.dbsync.sqlite.TemporalParser.MICROS_PER_DAY;

import io.github.dbsync.batch.LongVector;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.TemporalForm;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Dates, times and timestamps as text. Read in any form that says them, written in the column's own. Not thread-safe. */
final class TemporalMapping implements ColumnMapping {

    /** PostgreSQL's limits (docs, "Date/Time Types"): the first of all Julian days, to 294276 AD, dates to 5874897 AD. */
    private static final long FIRST_DAY = CalendarDays.of(-4713, 11, 24);

    private static final long LAST_DAY_OF_TIMESTAMPS = CalendarDays.of(294_276, 12, 31);
    private static final long LAST_DAY = CalendarDays.of(5_874_897, 12, 31);

    private final LogicalType type;
    private final TemporalPrinter printer;
    private final boolean binding;
    private final boolean zonedForm;
    private final TemporalParser parser = new TemporalParser();

    /** @param form the column's own form, or null where it has none */
    TemporalMapping(LogicalType type, @Nullable TemporalForm form) {
        this.type = type;
        this.binding = form != null && form.binding();
        this.zonedForm = form != null && form.zoned();
        this.printer = form == null ? new TemporalPrinter(usual(type), false) : new TemporalPrinter(form, true);
    }

    private static TemporalForm usual(LogicalType type) {
        boolean date = !(type instanceof LogicalType.Time);
        boolean time = !(type instanceof LogicalType.Date);
        boolean zoned = type instanceof LogicalType.Timestamp timestamp && timestamp.zoned();
        return new TemporalForm(date, date && time ? " " : "", time, time, 0, zoned ? "+00:00" : "");
    }

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        if (storage != Storage.TEXT) {
            return Misfit.of(storage);
        }
        return parser.parse(cells.text(column)) ? set((LongVector) vector, row) : Misfit.ANOTHER_FORM;
    }

    private @Nullable Misfit set(LongVector longs, int row) {
        if (!isOfType()) {
            return Misfit.ANOTHER_FORM;
        }
        longs.set(row, value());
        return null;
    }

    private boolean isOfType() {
        if (type instanceof LogicalType.Time) {
            return parser.hasTime() && !parser.hasDate() && !parser.hasOffset();
        }
        if (parser.infinityOrZero() != 0) {
            return true;
        }
        if (!parser.hasDate() || parser.days() < FIRST_DAY) {
            return false;
        }
        if (type instanceof LogicalType.Timestamp timestamp) {
            return (timestamp.zoned() || zonedForm || !parser.hasOffset())
                    && parser.days() <= LAST_DAY_OF_TIMESTAMPS
                    && parser.microsOfDay() < MICROS_PER_DAY;
        }
        return !parser.hasTime() && parser.days() <= LAST_DAY;
    }

    private long value() {
        if (parser.infinityOrZero() != 0) {
            return parser.infinityOrZero() > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
        if (type instanceof LogicalType.Time) {
            return parser.microsOfDay();
        }
        return type instanceof LogicalType.Date
                ? parser.days()
                : parser.days() * MICROS_PER_DAY + parser.microsOfDay() - parser.offsetMicros();
    }

    @Override
    public @Nullable Object write(Vector vector, int row) {
        long value = ((LongVector) vector).get(row);
        return binding && !printer.saysInForm(type, value) ? null : text(value);
    }

    private String text(long value) {
        if (type instanceof LogicalType.Date) {
            return printer.date(value);
        }
        return type instanceof LogicalType.Time ? printer.time(value) : printer.timestamp(value);
    }
}
