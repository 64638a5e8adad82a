package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.TemporalForm;
import io.github.dbsync.sqlite.file.ByteSlice;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads dates and times in ISO 8601 and in PostgreSQL's own form. One parser reads many texts; what the last one said is
 * kept until the next. Not thread-safe.
 */
final class TemporalParser {

    static final long MICROS_PER_SECOND = 1_000_000L;
    static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;

    private static final int SHORTEST_YEAR = 4;
    private static final int LONGEST_YEAR = 7;
    private static final int MOST_FRACTION_DIGITS = 6;
    private static final byte[] INFINITY = {'i', 'n', 'f', 'i', 'n', 'i', 't', 'y'};
    private static final byte NONE = 0;

    private byte[] text = {};
    private int start;
    private int end;
    private int at;

    private int infinity;
    private boolean date;
    private byte separator;
    private boolean time;
    private boolean seconds;
    private int fractionDigits;
    private boolean beforeChrist;
    private boolean usualYear;
    private String suffix = "";
    private boolean usualOffset;
    private long days;
    private long micros;
    private long offsetSeconds;

    /** Whether the text is a date, a time, both, or an infinity. */
    boolean parse(ByteSlice newText) {
        reset(newText);
        if (infinity()) {
            return true;
        }
        int digits = digitsAhead();
        boolean good = digits == 2 ? time() : date(digits) && timeAfterDate();
        return good && suffix() && era() && at == end;
    }

    private void reset(ByteSlice newText) {
        text = newText.array();
        start = newText.start();
        end = newText.end();
        at = start;
        infinity = 0;
        date = false;
        separator = NONE;
        time = false;
        seconds = false;
        fractionDigits = 0;
        beforeChrist = false;
        usualYear = true;
        suffix = "";
        usualOffset = true;
        days = 0;
        micros = 0;
        offsetSeconds = 0;
    }

    /** 1 or -1 for the infinities, 0 for anything else. */
    int infinityOrZero() {
        return infinity;
    }

    boolean hasDate() {
        return date;
    }

    boolean hasTime() {
        return time;
    }

    boolean hasOffset() {
        return !suffix.isEmpty();
    }

    /** Days since 2000-01-01. */
    long days() {
        return days;
    }

    /** Microseconds since midnight, at the text's own offset. */
    long microsOfDay() {
        return micros;
    }

    long offsetMicros() {
        return offsetSeconds * MICROS_PER_SECOND;
    }

    /** Whether the text is in exactly this form. */
    boolean isIn(TemporalForm form) {
        return isUsual()
                && date == form.date()
                && time == form.time()
                && seconds == form.seconds()
                && fractionDigits == form.fractionDigits()
                && suffix.equals(form.suffix())
                && separatorIs(form.separator());
    }

    /** The text's form, or null where its form is none that a whole column can have. */
    @Nullable
    TemporalForm form() {
        String between = separator == NONE ? "" : String.valueOf((char) separator);
        return isUsual() ? new TemporalForm(date, between, time, seconds, fractionDigits, suffix) : null;
    }

    private boolean isUsual() {
        return infinity == 0 && !beforeChrist && usualYear && usualOffset;
    }

    private boolean separatorIs(String expected) {
        return expected.isEmpty() ? separator == NONE : separator == expected.charAt(0);
    }

    private boolean infinity() {
        int first = start < end && text[start] == '-' ? start + 1 : start;
        if (!Arrays.equals(text, first, end, INFINITY, 0, INFINITY.length)) {
            return false;
        }
        infinity = first == start ? 1 : -1;
        return true;
    }

    private boolean date(int yearDigits) {
        if (yearDigits < SHORTEST_YEAR || yearDigits > LONGEST_YEAR) {
            return false;
        }
        beforeChrist = endsBeforeChrist();
        long year = number(yearDigits);
        boolean dashed = accepts('-');
        int month = twoDigits();
        dashed &= accepts('-');
        int day = twoDigits();
        long astronomical = beforeChrist ? 1 - year : year;
        date = dashed && CalendarDays.isValid(astronomical, month, day) && !(beforeChrist && year == 0);
        usualYear = yearDigits == SHORTEST_YEAR;
        days = CalendarDays.of(astronomical, month, day);
        return date;
    }

    private boolean timeAfterDate() {
        boolean ahead = at + 1 < end && (text[at] == ' ' || text[at] == 'T') && isDigit(text[at + 1]);
        if (!ahead) {
            return true;
        }
        separator = text[at++];
        return time();
    }

    private boolean time() {
        int hour = twoDigits();
        boolean good = accepts(':');
        int minute = twoDigits();
        seconds = accepts(':');
        int second = seconds ? twoDigits() : 0;
        long fraction = seconds && accepts('.') ? fraction() : 0;
        micros = ((hour * 60L + minute) * 60 + second) * MICROS_PER_SECOND + fraction;
        time = good && hour >= 0 && minute >= 0 && second >= 0 && fraction >= 0;
        return time && minute < 60 && second < 60 && micros <= MICROS_PER_DAY;
    }

    /** The fraction in microseconds, or -1 where it is none or has too many digits. */
    private long fraction() {
        fractionDigits = digitsAhead();
        if (fractionDigits == 0 || fractionDigits > MOST_FRACTION_DIGITS) {
            return -1;
        }
        long fraction = number(fractionDigits);
        for (int i = fractionDigits; i < MOST_FRACTION_DIGITS; i++) {
            fraction *= 10;
        }
        return fraction;
    }

    private boolean suffix() {
        if (!time || at == end || text[at] == ' ') {
            return true;
        }
        if (accepts('Z')) {
            suffix = "Z";
            return true;
        }
        return offset();
    }

    private boolean offset() {
        int sign = accepts('+') ? 1 : accepts('-') ? -1 : 0;
        int hours = twoDigits();
        boolean withMinutes = accepts(':');
        int minutes = withMinutes ? twoDigits() : 0;
        int moreSeconds = accepts(':') ? twoDigits() : 0;
        offsetSeconds = sign * ((hours * 60L + minutes) * 60 + moreSeconds);
        suffix = withMinutes ? "+00:00" : "+00";
        usualOffset = sign == 1 && offsetSeconds == 0;
        return sign != 0 && hours >= 0 && minutes >= 0 && moreSeconds >= 0;
    }

    private boolean endsBeforeChrist() {
        return end - start > 3 && text[end - 3] == ' ' && text[end - 2] == 'B' && text[end - 1] == 'C';
    }

    private boolean era() {
        at += beforeChrist ? 3 : 0;
        return true;
    }

    private int digitsAhead() {
        int digits = 0;
        while (at + digits < end && isDigit(text[at + digits])) {
            digits++;
        }
        return digits;
    }

    private long number(int digits) {
        long number = 0;
        for (int i = 0; i < digits; i++) {
            number = number * 10 + text[at++] - '0';
        }
        return number;
    }

    /** Two digits as a number, or -1 where there are none. */
    private int twoDigits() {
        int tens = at + 1 < end ? text[at] - '0' : -1;
        int ones = at + 1 < end ? text[at + 1] - '0' : -1;
        if (tens < 0 || tens > 9 || ones < 0 || ones > 9) {
            return -1;
        }
        at += 2;
        return 10 * tens + ones;
    }

    private boolean accepts(char character) {
        boolean ahead = at < end && text[at] == character;
        at += ahead ? 1 : 0;
        return ahead;
    }

    private static boolean isDigit(byte character) {
        return character >= '0' && character <= '9';
    }
}
