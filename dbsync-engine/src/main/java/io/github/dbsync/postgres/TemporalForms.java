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

    private static final String BEFORE_CHRIST = " BC";

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

        @Override
        public void parse(byte[] source, int length, Vector target, int row) {
            String text = ColumnForm.ascii(source, length);
            ((LongVector) target).set(row, isInfinite(text) ? infinity(text) : days(text));
        }
    }

    /** {@code time}: microseconds since midnight. */
    static final class Time implements LongForm {
        @Override
        public void print(Vector source, int row, CopyBuffer out) {
            printTime(((LongVector) source).get(row), out);
        }

        @Override
        public void parse(byte[] source, int length, Vector target, int row) {
            ((LongVector) target).set(row, micros(ColumnForm.ascii(source, length)));
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

        @Override
        public void parse(byte[] source, int length, Vector target, int row) {
            String text = ColumnForm.ascii(source, length);
            ((LongVector) target).set(row, isInfinite(text) ? infinity(text) : micros(text, text.indexOf(' ') + 1));
        }

        private static long micros(String text, int time) {
            String date = text.substring(0, time - 1) + (isBeforeChrist(text) ? BEFORE_CHRIST : "");
            return Math.addExact(
                    Math.multiplyExact(days(date), MICROS_PER_DAY), TemporalForms.micros(text.substring(time)));
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

    private static boolean isInfinite(String text) {
        return text.endsWith("infinity");
    }

    private static long infinity(String text) {
        return text.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    private static boolean isBeforeChrist(String text) {
        return text.endsWith(BEFORE_CHRIST);
    }

    /** A year of any width, then always two digits each. */
    private static long days(String text) {
        int end = text.length() - (isBeforeChrist(text) ? BEFORE_CHRIST.length() : 0);
        int year = Math.toIntExact(number(text, 0, end - 6));
        int month = Math.toIntExact(number(text, end - 5, end - 3));
        int day = Math.toIntExact(number(text, end - 2, end));
        return LocalDate.of(isBeforeChrist(text) ? 1 - year : year, month, day).toEpochDay() - EPOCH_DAY;
    }

    /** The time that a text begins with, which has always the same width. */
    private static long micros(String text) {
        long seconds = number(text, 0, 2) * 3600 + number(text, 3, 5) * 60 + number(text, 6, 8);
        return seconds * MICROS_PER_SECOND + number(text, 9, 15);
    }

    private static long number(String text, int start, int end) {
        return Long.parseLong(text, start, end, 10);
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
            out.putAscii(BEFORE_CHRIST);
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
