package io.github.dbsync.sqlite;

import java.util.Locale;
import java.util.stream.Stream;

/** What a declared type does to the values put into its column (SQLite docs, "Datatypes In SQLite", 3.1). */
enum Affinity {
    INTEGER,
    TEXT,
    /** Takes every value as it is. */
    BLOB,
    REAL,
    NUMERIC;

    /** The affinity of a declared type. In a STRICT table, ANY takes every value as it is. */
    static Affinity of(String declared, boolean strict) {
        String type = declared.toUpperCase(Locale.ROOT);
        if (contains(type, "INT")) {
            return INTEGER;
        }
        if (contains(type, "CHAR", "CLOB", "TEXT")) {
            return TEXT;
        }
        if (type.isEmpty() || contains(type, "BLOB") || (strict && type.equals("ANY"))) {
            return BLOB;
        }
        return contains(type, "REAL", "FLOA", "DOUB") ? REAL : NUMERIC;
    }

    private static boolean contains(String type, String... parts) {
        return Stream.of(parts).anyMatch(type::contains);
    }

    /** Whether text that looks like a number becomes one. */
    boolean bendsNumericText() {
        return this == INTEGER || this == NUMERIC || this == REAL;
    }

    /** Whether a whole floating-point number becomes an integer. */
    boolean bendsWholeNumbers() {
        return this == INTEGER || this == NUMERIC;
    }
}
