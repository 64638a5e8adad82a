package io.github.dbsync.sqlite.file;

/** Integers of one to nine bytes, the small ones in fewer (SQLite docs, "Database File Format", 1.6). */
public final class Varint {

    /** The most bytes that one takes. */
    public static final int MOST_BYTES = 9;

    private static final int BITS_PER_BYTE = 7;

    private Varint() {}

    /**
     * The value that begins at a place.
     *
     * @param bytes must go on for {@link #MOST_BYTES} bytes, unless the integer ends before
     */
    public static long read(byte[] bytes, int at) {
        byte first = bytes[at];
        return first >= 0 ? first : readLong(bytes, at);
    }

    private static long readLong(byte[] bytes, int at) {
        long value = 0;
        for (int i = at; i < at + MOST_BYTES - 1; i++) {
            value = (value << BITS_PER_BYTE) | (bytes[i] & 0x7F);
            if (bytes[i] >= 0) {
                return value;
            }
        }
        return (value << Byte.SIZE) | (bytes[at + MOST_BYTES - 1] & 0xFF);
    }

    /** How many bytes the integer takes that begins at a place. */
    public static int length(byte[] bytes, int at) {
        int length = 1;
        while (length < MOST_BYTES && bytes[at + length - 1] < 0) {
            length++;
        }
        return length;
    }

    /** How many bytes a value takes. */
    public static int length(long value) {
        int bits = Long.SIZE - Long.numberOfLeadingZeros(value | 1);
        return Math.min(MOST_BYTES, (bits + BITS_PER_BYTE - 1) / BITS_PER_BYTE);
    }

    /** Writes a value; returns the place behind it. */
    public static int write(byte[] bytes, int at, long value) {
        int length = length(value);
        int end = at + length;
        long rest = value;
        int last = end - 1;
        if (length == MOST_BYTES) {
            bytes[last--] = (byte) rest;
            rest >>>= Byte.SIZE;
        }
        for (int i = last; i >= at; i--) {
            bytes[i] = (byte) ((rest & 0x7F) | (i == end - 1 ? 0 : 0x80));
            rest >>>= BITS_PER_BYTE;
        }
        return end;
    }
}
