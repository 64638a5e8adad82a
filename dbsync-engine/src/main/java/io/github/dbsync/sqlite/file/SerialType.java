package io.github.dbsync.sqlite.file;

/** The numbers that say of each value of a record what it is and how long (SQLite docs, "Database File Format", 2.1). */
public final class SerialType {

    public static final long NULL = 0;

    /** Integers of 1, 2, 3, 4, 6 and 8 bytes are 1 to 6. */
    public static final long LONGEST_INTEGER = 6;

    public static final long REAL = 7;

    /** The integers 0 and 1 have no content. */
    public static final long ZERO = 8;

    public static final long ONE = 9;

    /** From here on, even numbers are blobs and odd ones texts. */
    public static final long FIRST_BLOB = 12;

    private static final int[] NUMBER_LENGTHS = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};

    private SerialType() {}

    /** The bytes of content that a value of a type has. */
    public static long length(long type) {
        return type >= FIRST_BLOB ? (type - FIRST_BLOB) / 2 : NUMBER_LENGTHS[(int) type];
    }

    public static boolean isInteger(long type) {
        return (type >= 1 && type <= LONGEST_INTEGER) || type == ZERO || type == ONE;
    }

    public static boolean isText(long type) {
        return type > FIRST_BLOB && type % 2 == 1;
    }

    public static boolean isBlob(long type) {
        return type >= FIRST_BLOB && type % 2 == 0;
    }

    /** The shortest type that holds an integer. */
    public static long ofInteger(long value) {
        if (value == 0 || value == 1) {
            return value == 0 ? ZERO : ONE;
        }
        int bits = Long.SIZE + 1 - Long.numberOfLeadingZeros(value < 0 ? ~value : value);
        int bytes = (bits + Byte.SIZE - 1) / Byte.SIZE;
        if (bytes <= 4) {
            return bytes;
        }
        return bytes <= 6 ? LONGEST_INTEGER - 1 : LONGEST_INTEGER;
    }

    /** @param length in bytes of the database's encoding */
    public static long ofText(long length) {
        return FIRST_BLOB + 1 + 2 * length;
    }

    /** @param length in bytes */
    public static long ofBlob(long length) {
        return FIRST_BLOB + 2 * length;
    }

    /** The integer of a type for which {@link #isInteger} holds. */
    public static long readInteger(long type, byte[] bytes, int at) {
        if (type >= ZERO) {
            return type - ZERO;
        }
        long value = bytes[at];
        for (int i = at + 1; i < at + NUMBER_LENGTHS[(int) type]; i++) {
            value = (value << Byte.SIZE) | (bytes[i] & 0xFF);
        }
        return value;
    }

    /** The number of a {@link #REAL}. */
    public static double readReal(byte[] bytes, int at) {
        return Double.longBitsToDouble(readInteger(LONGEST_INTEGER, bytes, at));
    }

    /** Writes the content that an integer has in a type; returns the place behind it. */
    public static int writeInteger(long type, byte[] bytes, int at, long value) {
        int end = at + NUMBER_LENGTHS[(int) type];
        long rest = value;
        for (int i = end - 1; i >= at; i--) {
            bytes[i] = (byte) rest;
            rest >>= Byte.SIZE;
        }
        return end;
    }
}
