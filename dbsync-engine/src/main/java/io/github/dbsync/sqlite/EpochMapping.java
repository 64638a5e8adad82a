package io.github.dbsync.sqlite;

import static io.github.dbsync.sqlite.TemporalParser.MICROS_PER_DAY;

import io.github.dbsync.batch.LongVector;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.catalog.EpochForm;
import io.github.dbsync.catalog.EpochForm.Unit;
import io.github.dbsync.catalog.LogicalType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Dates and timestamps as numbers that count from an epoch. A number outside the years 1 to 9999 does not fit: counted in another
 * unit it is a date like the others, so that the rule, and not the number, is what is wrong.
 *
 * @param type a date or a timestamp
 */
record EpochMapping(LogicalType type, EpochForm form) implements ColumnMapping {

    private static final long FIRST = CalendarDays.of(1, 1, 1) * MICROS_PER_DAY;
    private static final long AFTER_LAST = CalendarDays.of(10_000, 1, 1) * MICROS_PER_DAY;

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        if (storage == Storage.INTEGER && !form.fractional()) {
            return set((LongVector) vector, row, BigDecimal.valueOf(cells.integer(column)));
        }
        if (storage == Storage.REAL && form.fractional() && Double.isFinite(cells.real(column))) {
            return set((LongVector) vector, row, new BigDecimal(cells.real(column)));
        }
        return storage == Storage.INTEGER && form.fractional()
                ? set((LongVector) vector, row, BigDecimal.valueOf(cells.integer(column)))
                : Misfit.of(storage);
    }

    private @Nullable Misfit set(LongVector longs, int row, BigDecimal number) {
        BigDecimal micros = number.subtract(atYear2000(form.unit()))
                .multiply(microsPer(form.unit()))
                .setScale(0, RoundingMode.HALF_EVEN);
        if (micros.compareTo(BigDecimal.valueOf(FIRST)) < 0 || micros.compareTo(BigDecimal.valueOf(AFTER_LAST)) >= 0) {
            return Misfit.YEAR_OF_ANOTHER_UNIT;
        }
        long value = micros.longValueExact();
        if (!(type instanceof LogicalType.Date)) {
            longs.set(row, value);
        } else if (Math.floorMod(value, MICROS_PER_DAY) == 0) {
            longs.set(row, Math.floorDiv(value, MICROS_PER_DAY));
        } else {
            return Misfit.WITHIN_A_DAY;
        }
        return null;
    }

    @Override
    public @Nullable Object write(Vector vector, int row) {
        long value = ((LongVector) vector).get(row);
        boolean infinite = value == Long.MAX_VALUE || value == Long.MIN_VALUE;
        return infinite ? null : number(BigDecimal.valueOf(value).multiply(BigDecimal.valueOf(microsPerValue())));
    }

    private long microsPerValue() {
        return type instanceof LogicalType.Date ? MICROS_PER_DAY : 1;
    }

    private @Nullable Object number(BigDecimal micros) {
        if (micros.compareTo(BigDecimal.valueOf(FIRST)) < 0 || micros.compareTo(BigDecimal.valueOf(AFTER_LAST)) >= 0) {
            return null;
        }
        BigDecimal number =
                micros.divide(microsPer(form.unit()), MathContext.DECIMAL128).add(atYear2000(form.unit()));
        if (form.fractional()) {
            return isSaid(number, micros) ? number.doubleValue() : null;
        }
        return number.stripTrailingZeros().scale() <= 0 ? number.longValueExact() : null;
    }

    /** Whether the nearest floating-point number still says the very microsecond. */
    private boolean isSaid(BigDecimal number, BigDecimal micros) {
        return new BigDecimal(number.doubleValue())
                        .subtract(atYear2000(form.unit()))
                        .multiply(microsPer(form.unit()))
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .compareTo(micros)
                == 0;
    }

    private static BigDecimal microsPer(Unit unit) {
        return switch (unit) {
            case SECONDS -> BigDecimal.valueOf(TemporalParser.MICROS_PER_SECOND);
            case MILLISECONDS -> BigDecimal.valueOf(1000);
            case MICROSECONDS -> BigDecimal.ONE;
            case JULIAN_DAYS -> BigDecimal.valueOf(MICROS_PER_DAY);
        };
    }

    /** What the unit counts at 2000-01-01 00:00 UTC. */
    private static BigDecimal atYear2000(Unit unit) {
        return switch (unit) {
            case SECONDS -> BigDecimal.valueOf(946_684_800L);
            case MILLISECONDS -> BigDecimal.valueOf(946_684_800_000L);
            case MICROSECONDS -> BigDecimal.valueOf(946_684_800_000_000L);
            case JULIAN_DAYS -> new BigDecimal("2451544.5");
        };
    }
}
