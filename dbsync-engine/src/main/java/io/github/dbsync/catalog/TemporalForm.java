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
 */
public record TemporalForm(
        boolean date, String separator, boolean time, boolean seconds, int fractionDigits, String suffix) {

    public TemporalForm {
        requireNonNull(separator, "separator");
        requireNonNull(suffix, "suffix");
        if (fractionDigits < 0 || fractionDigits > 6) {
            throw new IllegalArgumentException("fractionDigits: " + fractionDigits);
        }
    }

    /** Whether the text names its offset from UTC, so that it is an instant. */
    public boolean zoned() {
        return !suffix.isEmpty();
    }
}
