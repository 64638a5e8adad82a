package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

/**
 * Dates and times as an application keeps them that knows instants only: a text is UTC where it names no offset, an integer
 * counts milliseconds since 1970, and both may stand in one column. A date is the instant at which it begins, a time of day one
 * of 1970-01-01.
 *
 * @param written the form in which they are written: a text, in which a value with more digits gets them, or milliseconds
 * @param digits the most digits of a second that a value that is read may have, 0 to 6, since the other side has no more
 */
public record InstantForm(StoredForm written, int digits) implements StoredForm {

    /** All that PostgreSQL has. */
    private static final int MICROSECONDS = 6;

    /** ISO 8601 in UTC, as JavaScript's {@code toISOString} with {@code +00:00} instead of {@code Z}. */
    public static final InstantForm ISO_TEXT = new InstantForm(new TemporalForm(true, "T", true, true, 3, "+00:00"));

    /** Integers. */
    public static final InstantForm MILLISECONDS = new InstantForm(new EpochForm(EpochForm.Unit.MILLISECONDS, false));

    public InstantForm {
        requireNonNull(written, "written");
        if (!(written instanceof TemporalForm text && text.date()) && !isMilliseconds(written)) {
            throw new IllegalArgumentException("no form of instants: " + written);
        }
        if (digits < 0 || digits > MICROSECONDS) {
            throw new IllegalArgumentException("digits: " + digits);
        }
    }

    /** A form whose values may have every digit. */
    public InstantForm(StoredForm written) {
        this(written, MICROSECONDS);
    }

    public InstantForm withDigits(int most) {
        return new InstantForm(written, most);
    }

    private static boolean isMilliseconds(StoredForm form) {
        return form.equals(new EpochForm(EpochForm.Unit.MILLISECONDS, false));
    }
}
