package io.github.dbsync.catalog;

import org.jspecify.annotations.Nullable;

/**
 * What a column's values mean, whatever the dialect calls it. A logical type fixes the carrier in which its values travel
 * and the carrier's meaning; both ends of a transfer must agree on it.
 */
public sealed interface LogicalType {

    /** The carrier in which values of this type travel. */
    Carrier carrier();

    /** True or false, as 1 or 0. */
    record Bool() implements LogicalType {
        @Override
        public Carrier carrier() {
            return Carrier.LONG;
        }
    }

    /**
     * A signed integer.
     *
     * @param bytes its width: 2, 4 or 8
     */
    record Int(int bytes) implements LogicalType {
        @Override
        public Carrier carrier() {
            return Carrier.LONG;
        }
    }

    /**
     * A binary floating-point number. A value of width 4 travels as the double nearest to its shortest decimal text, so
     * that 0.1 stays 0.1.
     *
     * @param bytes its width: 4 or 8
     */
    record Float(int bytes) implements LogicalType {
        @Override
        public Carrier carrier() {
            return Carrier.DOUBLE;
        }
    }

    /**
     * An exact decimal number, as canonical plain decimal text in ASCII: an optional minus, at least one digit, and
     * exactly {@code scale} digits behind the point where a scale is declared; also {@code NaN}, {@code Infinity}, {@code
     * -Infinity}.
     *
     * @param precision digits in all, or null where any number of digits fits
     * @param scale digits behind the point (negative: rounded before it), or null where each value has its own
     */
    record Decimal(@Nullable Integer precision, @Nullable Integer scale) implements LogicalType {
        @Override
        public Carrier carrier() {
            return Carrier.BYTES;
        }
    }

    /**
     * Text, as UTF-8.
     *
     * @param maxLength the longest value in characters, or null where there is no limit
     * @param padded whether values are padded with blanks to the full length ({@code char(n)}); the padding travels
     */
    record Text(@Nullable Integer maxLength, boolean padded) implements LogicalType {
        @Override
        public Carrier carrier() {
            return Carrier.BYTES;
        }
    }

    /** Bytes as they are. */
    record Bytes() implements LogicalType {
        @Override
        public Carrier carrier() {
            return Carrier.BYTES;
        }
    }

    /** A date, in days since 2000-01-01; {@link Long#MAX_VALUE} and {@link Long#MIN_VALUE} are the infinities. */
    record Date() implements LogicalType {
        @Override
        public Carrier carrier() {
            return Carrier.LONG;
        }
    }

    /** A time of day, in microseconds since midnight; 24:00 is a value of its own. */
    record Time() implements LogicalType {
        @Override
        public Carrier carrier() {
            return Carrier.LONG;
        }
    }

    /**
     * A point in time, in microseconds since 2000-01-01 00:00 (PostgreSQL's own epoch: its range does not fit microseconds
     * since 1970); {@link Long#MAX_VALUE} and {@link Long#MIN_VALUE} are the infinities.
     *
     * @param zoned whether the values are instants (UTC) rather than local times
     */
    record Timestamp(boolean zoned) implements LogicalType {
        @Override
        public Carrier carrier() {
            return Carrier.LONG;
        }
    }

    /** A UUID, as 16 bytes. */
    record Uuid() implements LogicalType {
        @Override
        public Carrier carrier() {
            return Carrier.BYTES;
        }
    }

    /**
     * JSON, as its text in UTF-8, exactly as printed.
     *
     * @param binary whether the database normalises it (jsonb) rather than keeping the text (json)
     */
    record Json(boolean binary) implements LogicalType {
        @Override
        public Carrier carrier() {
            return Carrier.BYTES;
        }
    }

    /**
     * Anything else that PostgreSQL can print and read back: its own text output in UTF-8.
     *
     * @param type PostgreSQL's name of the type, such as {@code inet} or {@code integer[]}
     */
    record Printed(String type) implements LogicalType {
        @Override
        public Carrier carrier() {
            return Carrier.BYTES;
        }
    }
}
