package io.github.dbsync.postgres;

import io.github.dbsync.batch.LongVector;
import io.github.dbsync.batch.Vector;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/**
 * The forms of dates and times. Both sides count from 2000-01-01, so binary values pass as they are but for a date's
 * infinities, which have 32 bits there and 64 here.
 */
final class TemporalForms {

    private static final long EPOCH_DAY = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long MICROS_PER_SECOND = TimeUnit.SECONDS.toMicros(1);
    private static final long MICROS_PER_DAY = TimeUnit.DAYS.toMicros(1);

    private TemporalForms() {}

    /** {@code date}. */
    static final class Date implements ColumnForm {
        @Override
        public void read(byte[] source, int offset, int length, Vector target, int row) {
            int days = CopyBuffer.intAt(source, offset);
            ((LongVector) target).set(row, widen(days));
        }

        private static long widen(int days) {
            return switch (days) {
                case Integer.MAX_VALUE -> Long.MAX_VALUE;
                case Integer.MIN_VALUE -> Long.MIN_VALUE;
                default -> days;
            };
        }

        @Override
        public void write(Vector source, int row, CopyBuffer out) {
            int days = narrow(((LongVector) source).get(row));
            out.putInt(Integer.BYTES);
            out.putInt(days);
        }

        private static int narrow(long days) {
            if (days == Long.MAX_VALUE) {
                return Integer.MAX_VALUE;
            }
            if (days == Long.MIN_VALUE) {
                return Integer.MIN_VALUE;
            }
            return Math.toIntExact(days);
        }

        @Override
        public void print(Vector source, int row, CopyBuffer out) {
            long days = ((LongVector) source).get(row);
            if (!printInfinity(days, out)) {
                printDate(days, out);
                printEra(days, out);
            }
        }
    }

    /** {@code time}: microseconds since midnight. */
    static final class Time implements LongForm {
        @Override
        public void print(Vector source, int row, CopyBuffer out) {
            printTime(((LongVector) source).get(row), out);
        }
    }

    /** {@code timestamp} and {@code timestamptz}: microseconds, whose extremes are the infinities on both sides. */
    static final class Timestamp implements LongForm {
        private final String suffix;

        Timestamp(boolean zoned) {
            this.suffix = zoned ? "+00" : "";
        }

        @Override
        public void print(Vector source, int row, CopyBuffer out) {
            long micros = ((LongVector) source).get(row);
            if (!printInfinity(micros, out)) {
                long days = Math.floorDiv(micros, MICROS_PER_DAY);
                printDate(days, out);
                out.putByte(' ');
                printTime(Math.floorMod(micros, MICROS_PER_DAY), out);
                out.putAscii(suffix);
                printEra(days, out);
            }
        }
    }

    private static boolean printInfinity(long value, CopyBuffer out) {
        if (value == Long.MAX_VALUE) {
            out.putAscii("infinity");
        } else if (value == Long.MIN_VALUE) {
            out.putAscii("-infinity");
        } else {
            return false;
        }
        return true;
    }

    /** The year 0 of the ISO calendar is 1 BC. */
    private static void printDate(long days, CopyBuffer out) {
        LocalDate date = LocalDate.ofEpochDay(Math.addExact(days, EPOCH_DAY));
        int year = date.getYear();
        out.putPadded(year > 0 ? year : 1 - year, 4);
        out.putByte('-');
        out.putPadded(date.getMonthValue(), 2);
        out.putByte('-');
        out.putPadded(date.getDayOfMonth(), 2);
    }

    private static void printEra(long days, CopyBuffer out) {
        if (LocalDate.ofEpochDay(Math.addExact(days, EPOCH_DAY)).getYear() <= 0) {
            out.putAscii(" BC");
        }
    }

    private static void printTime(long micros, CopyBuffer out) {
        long seconds = micros / MICROS_PER_SECOND;
        out.putPadded(seconds / 3600, 2);
        out.putByte(':');
        out.putPadded(seconds / 60 % 60, 2);
        out.putByte(':');
        out.putPadded(seconds % 60, 2);
        out.putByte('.');
        out.putPadded(micros % MICROS_PER_SECOND, 6);
    }
}
