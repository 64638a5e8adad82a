package io.github.dbsync.sqlite;

import static io.github.dbsync.sqlite.TemporalParser.MICROS_PER_DAY;

import io.github.dbsync.batch.LongVector;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.InstantForm;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.TemporalForm;
import io.github.dbsync.sqlite.file.ByteSlice;
import java.sql.SQLException;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Dates and times as instants, in every form that {@link InstantForm} reads. Finds out which of them is the usual one of a column,
 * for that is the one to be written on the way back. Not thread-safe.
 */
final class InstantMapping implements Probe {

    private static final long MICROS_PER_MILLI = 1000;
    private static final int MICROSECOND_DIGITS = 6;
    private static final long BEGIN_OF_1970 = CalendarDays.of(1970, 1, 1) * MICROS_PER_DAY;
    private static final long FIRST = CalendarDays.of(1, 1, 1) * MICROS_PER_DAY;
    private static final long AFTER_LAST = CalendarDays.of(10_000, 1, 1) * MICROS_PER_DAY;

    private final LogicalType type;
    private final InstantForm form;
    private final long finest;
    private final TemporalParser parser = new TemporalParser();
    private final InstantFormCount forms = new InstantFormCount();

    InstantMapping(LogicalType type, InstantForm form) {
        this.type = type;
        this.form = form;
        this.finest = LongStream.range(form.digits(), MICROSECOND_DIGITS).reduce(1, (unit, digit) -> unit * 10);
    }

    /** Whether values of a type can be instants. */
    static boolean takes(LogicalType type) {
        return type instanceof LogicalType.Timestamp
                || type instanceof LogicalType.Date
                || type instanceof LogicalType.Time;
    }

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        LongVector longs = (LongVector) vector;
        return switch (storage) {
            case INTEGER -> milliseconds(cells.integer(column), longs, row);
            case TEXT -> text(cells.text(column), longs, row);
            case REAL, BLOB, NULL -> Misfit.of(storage);
        };
    }

    private @Nullable Misfit milliseconds(long number, LongVector longs, int row) {
        boolean tooFar = number < millis(FIRST) || number >= millis(AFTER_LAST);
        forms.addMilliseconds();
        return tooFar ? Misfit.YEAR_TOO_FAR : set(number * MICROS_PER_MILLI + BEGIN_OF_1970, longs, row);
    }

    private static long millis(long micros) {
        return (micros - BEGIN_OF_1970) / MICROS_PER_MILLI;
    }

    private @Nullable Misfit text(ByteSlice text, LongVector longs, int row) {
        if (!parser.parse(text) || !parser.hasDate() || parser.microsOfDay() == MICROS_PER_DAY) {
            return Misfit.ANOTHER_FORM;
        }
        long micros = parser.days() * MICROS_PER_DAY + parser.microsOfDay() - parser.offsetMicros();
        forms.add(parser.form(), micros);
        return isTooFar(micros) ? Misfit.YEAR_TOO_FAR : set(micros, longs, row);
    }

    private static boolean isTooFar(long micros) {
        return micros < FIRST || micros >= AFTER_LAST;
    }

    private @Nullable Misfit set(long micros, LongVector longs, int row) {
        if (micros % finest != 0) {
            return Misfit.TOO_FINE;
        }
        if (type instanceof LogicalType.Timestamp) {
            longs.set(row, micros);
            return null;
        } else if (type instanceof LogicalType.Date) {
            longs.set(row, Math.floorDiv(micros, MICROS_PER_DAY));
            return Math.floorMod(micros, MICROS_PER_DAY) == 0 ? null : Misfit.WITHIN_A_DAY;
        }
        longs.set(row, micros - BEGIN_OF_1970);
        return Math.floorDiv(micros - BEGIN_OF_1970, MICROS_PER_DAY) == 0 ? null : Misfit.NOT_OF_1970;
    }

    @Override
    public @Nullable Object write(Vector vector, int row) {
        long value = ((LongVector) vector).get(row);
        boolean said = value != Long.MAX_VALUE && value != Long.MIN_VALUE && !isTooFar(instant(value));
        return said ? written(instant(value)) : null;
    }

    private long instant(long value) {
        if (type instanceof LogicalType.Timestamp) {
            return value;
        }
        return type instanceof LogicalType.Date ? Math.multiplyExact(value, MICROS_PER_DAY) : value + BEGIN_OF_1970;
    }

    private @Nullable Object written(long micros) {
        if (form.written() instanceof TemporalForm text) {
            return new TemporalPrinter(text, true).timestamp(micros);
        }
        return micros % MICROS_PER_MILLI == 0 ? (Object) millis(micros) : null;
    }

    @Override
    public ColumnType typeOf(ColumnType tried) {
        return forms.usual().map(tried::withForm).orElse(tried);
    }

    @Override
    public boolean takeIn(Probe later) {
        forms.add(((InstantMapping) later).forms);
        return true;
    }

    @Override
    public long notReversible() {
        return forms.unusual();
    }
}
