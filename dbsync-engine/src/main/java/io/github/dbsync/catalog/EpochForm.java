package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

/**
 * Dates and timestamps as numbers that count from an epoch.
 *
 * @param unit what is counted, and since when
 * @param fractional whether the numbers are floating-point ones rather than integers
 */
public record EpochForm(Unit unit, boolean fractional) implements StoredForm {

    public EpochForm {
        requireNonNull(unit, "unit");
    }

    /** What a number counts. */
    public enum Unit {
        /** Seconds since 1970-01-01 00:00 UTC. */
        SECONDS,
        /** Milliseconds since 1970-01-01 00:00 UTC. */
        MILLISECONDS,
        /** Microseconds since 1970-01-01 00:00 UTC. */
        MICROSECONDS,
        /** Days since noon of 24 November 4714 BC, UTC (SQLite docs, "Date And Time Functions", julianday). */
        JULIAN_DAYS
    }
}
