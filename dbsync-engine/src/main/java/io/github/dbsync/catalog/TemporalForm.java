package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

/**
 * How a SQLite column writes its dates and times as text, so that the way back writes the same characters again.
 *
 * @param date whether there is a date ({@code YYYY-MM-DD})
 * @param separator what stands between date and time: {@code " "}, {@code "T"}, or empty where one of them is absent
 * @param time whether there is a time ({@code HH:MM} with or without seconds)
 * @param seconds whether the time has seconds
 * @param fractionDigits digits behind the seconds, 0 to 6; 0 means no point either
 * @param suffix what ends the text: empty, {@code Z}, {@code +00:00} or {@code +00}
 * @param binding whether a value that cannot be said so is refused, as a rule wants it, rather than written in a longer form
 */
public record TemporalForm(
        boolean date,
        String separator,
        boolean time,
        boolean seconds,
        int fractionDigits,
        String suffix,
        boolean binding)
        implements StoredForm {

    public TemporalForm {
        requireNonNull(separator, "separator");
        requireNonNull(suffix, "suffix");
        if (fractionDigits < 0 || fractionDigits > 6) {
            throw new IllegalArgumentException("fractionDigits: " + fractionDigits);
        }
    }

    /** A form that was found in a column, and binds nobody. */
    public TemporalForm(
            boolean date, String separator, boolean time, boolean seconds, int fractionDigits, String suffix) {
        this(date, separator, time, seconds, fractionDigits, suffix, false);
    }

    @Override
    public boolean comparesAlike() {
        return true;
    }

    /** Whether the text names its offset from UTC, so that it is an instant. */
    public boolean zoned() {
        return !suffix.isEmpty();
    }
}
