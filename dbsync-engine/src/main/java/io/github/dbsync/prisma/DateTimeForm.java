package io.github.dbsync.prisma;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.InstantForm;

/**
 * A form in which Prisma keeps its {@code DateTime} on SQLite, and how it is known. Prisma reads both forms and compares in its own
 * only: a column in the other one is found by no filter.
 *
 * @param form one of the two that Prisma writes
 * @param reason why it is this one, a main clause
 */
public record DateTimeForm(InstantForm form, String reason) {

    /** The option's value for milliseconds; {@code iso8601} is the usual one. */
    private static final String MILLISECONDS = "unixepoch-ms";

    /** The first version that has no other way than an adapter, whose usual form is text. */
    private static final int ADAPTERS_ONLY = 7;

    public DateTimeForm {
        requireNonNull(form, "form");
        requireNonNull(reason, "reason");
    }

    /**
     * What Prisma does where nobody says another.
     *
     * @param adapter whether it opens SQLite through a driver adapter
     */
    public static DateTimeForm usual(int major, boolean adapter) {
        String prisma = "Prisma " + major;
        if (major >= ADAPTERS_ONLY) {
            return new DateTimeForm(InstantForm.ISO_TEXT, prisma + " writes it so");
        }
        return adapter
                ? new DateTimeForm(
                        InstantForm.ISO_TEXT, prisma + " writes it so with the driver adapter of package.json")
                : new DateTimeForm(InstantForm.MILLISECONDS, prisma + " writes it so without a driver adapter");
    }

    /** What an adapter's option {@code timestampFormat} says. */
    public static DateTimeForm said(String timestampFormat, String where) {
        return new DateTimeForm(
                timestampFormat.equals(MILLISECONDS) ? InstantForm.MILLISECONDS : InstantForm.ISO_TEXT,
                where + " says timestampFormat '" + timestampFormat + "'");
    }

    /** What the rows have that the target holds. */
    static DateTimeForm found(InstantForm form) {
        return new DateTimeForm(form, "most of the rows that the target has now are so");
    }

    /** The form in words. */
    String words() {
        return form.equals(InstantForm.MILLISECONDS) ? "milliseconds since 1970" : "ISO 8601 text";
    }
}
