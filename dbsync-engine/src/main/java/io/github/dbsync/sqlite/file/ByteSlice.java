package io.github.dbsync.sqlite.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Some bytes where they stand, so that they need not be copied to be looked at. Not thread-safe, and valid only as long as
 * whoever hands it out says.
 */
public final class ByteSlice {

    private final byte[] array;
    private final int start;
    private final int length;

    /**
     * @param array holds the bytes, and others around them
     * @param start the place of the first
     */
    public ByteSlice(byte[] array, int start, int length) {
        this.array = array;
        this.start = start;
        this.length = length;
    }

    /** All bytes of an array. */
    public static ByteSlice of(byte[] array) {
        return new ByteSlice(array, 0, array.length);
    }

    /** The array that holds the bytes; it is not to be changed. */
    public byte[] array() {
        return array;
    }

    /** The place of the first byte in {@link #array()}. */
    public int start() {
        return start;
    }

    /** The place behind the last byte in {@link #array()}. */
    public int end() {
        return start + length;
    }

    public int length() {
        return length;
    }

    /** The text that the bytes are in UTF-8. */
    public String utf8() {
        return new String(array, start, length, StandardCharsets.UTF_8);
    }

    /** The bytes in an array of their own. */
    public byte[] copy() {
        return Arrays.copyOfRange(array, start, start + length);
    }
}
