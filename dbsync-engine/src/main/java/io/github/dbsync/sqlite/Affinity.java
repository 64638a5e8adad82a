package io.github.dbsync.sqlite;

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
        String type = inCapitals(declared);
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

    /** SQLite knows no other letters than those of ASCII: a dotless i is none of them. */
    private static String inCapitals(String declared) {
        return declared.codePoints()
                .map(letter -> letter >= 'a' && letter <= 'z' ? letter - 'a' + 'A' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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
