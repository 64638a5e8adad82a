package io.github.dbsync.sqlite;

import static io.github.dbsync.sqlite.TemporalParser.MICROS_PER_DAY;
import static io.github.dbsync.sqlite.TemporalParser.MICROS_PER_SECOND;

import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.TemporalForm;
import io.github.dbsync.sqlite.CalendarDays.YearMonthDay;

/**
 * Writes dates and times as text: in the column's form where the value can be said in it, else in ISO 8601 with as many
 * digits as it needs, and with PostgreSQL's words for what ISO 8601 does not know.
 */
final class TemporalPrinter {

    private static final int MICROS_PER_MINUTE = 60_000_000;

    private final TemporalForm form;
    private final boolean exactForm;

    /**
     * @param form the form
     * @param exactForm whether it is the column's own, rather than a way to write that cuts trailing zeros
     */
    TemporalPrinter(TemporalForm form, boolean exactForm) {
        this.form = form;
        this.exactForm = exactForm;
    }

    String date(long days) {
        return isInfinite(days) ? infinity(days) : timestamp(days, 0, false);
    }

    String timestamp(long micros) {
        if (isInfinite(micros)) {
            return infinity(micros);
        }
        return timestamp(Math.floorDiv(micros, MICROS_PER_DAY), Math.floorMod(micros, MICROS_PER_DAY), true);
    }

    String time(long micros) {
        StringBuilder text = new StringBuilder();
        appendTime(text, micros, exactForm && saysTime(micros));
        return text.append(form.suffix()).toString();
    }

    /** Whether the form itself says a value of a type, so that nothing longer is needed. */
    boolean saysInForm(LogicalType type, long value) {
        if (isInfinite(value)) {
            return false;
        }
        if (type instanceof LogicalType.Time) {
            return saysTime(value);
        }
        boolean days = type instanceof LogicalType.Date;
        return saysInForm(
                CalendarDays.dateOf(days ? value : Math.floorDiv(value, MICROS_PER_DAY)),
                days ? 0 : Math.floorMod(value, MICROS_PER_DAY));
    }

    private boolean saysInForm(YearMonthDay date, long micros) {
        return date.year() >= 0 && date.year() <= 9999 && saysTime(micros);
    }

    private static boolean isInfinite(long value) {
        return value == Long.MAX_VALUE || value == Long.MIN_VALUE;
    }

    private static String infinity(long value) {
        return value > 0 ? "infinity" : "-infinity";
    }

    private String timestamp(long days, long micros, boolean needsTime) {
        YearMonthDay date = CalendarDays.dateOf(days);
        boolean inForm = exactForm && saysInForm(date, micros);
        boolean beforeChrist = date.year() <= 0 && !inForm;
        StringBuilder text = new StringBuilder();
        appendDate(text, beforeChrist ? 1 - date.year() : date.year(), date);
        if (inForm ? form.time() : needsTime) {
            text.append(form.separator().isEmpty() ? " " : form.separator());
            appendTime(text, micros, inForm);
            text.append(form.suffix());
        }
        return text.append(beforeChrist ? " BC" : "").toString();
    }

    /** Whether the form has the digits that this time of day needs. */
    private boolean saysTime(long micros) {
        if (!form.time()) {
            return micros == 0;
        }
        if (!form.seconds()) {
            return micros % MICROS_PER_MINUTE == 0;
        }
        return micros % power(6 - form.fractionDigits()) == 0;
    }

    private static void appendDate(StringBuilder text, long year, YearMonthDay date) {
        for (long limit = 1000; limit > year && limit > 1; limit /= 10) {
            text.append('0');
        }
        text.append(year);
        appendTwo(text.append('-'), date.month());
        appendTwo(text.append('-'), date.day());
    }

    private void appendTime(StringBuilder text, long micros, boolean inForm) {
        long wholeSeconds = micros / MICROS_PER_SECOND;
        appendTwo(text, wholeSeconds / 3600);
        appendTwo(text.append(':'), wholeSeconds / 60 % 60);
        if (inForm && !form.seconds()) {
            return;
        }
        appendTwo(text.append(':'), wholeSeconds % 60);
        long fraction = micros % MICROS_PER_SECOND;
        appendFraction(text, fraction, inForm ? form.fractionDigits() : digitsNeeded(fraction));
    }

    private static void appendFraction(StringBuilder text, long micros, int digits) {
        if (digits > 0) {
            text.append('.');
        }
        long rest = micros;
        for (int i = 5; i > 5 - digits; i--) {
            text.append(rest / power(i));
            rest %= power(i);
        }
    }

    private static int digitsNeeded(long micros) {
        int digits = micros == 0 ? 0 : 6;
        while (digits > 0 && micros % power(7 - digits) == 0) {
            digits--;
        }
        return digits;
    }

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= 10;
        }
        return power;
    }

    private static void appendTwo(StringBuilder text, long number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
