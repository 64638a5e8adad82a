package io.github.dbsync.postgres;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes on their way into COPY, in one array that grows when a row needs it. Numbers are big-endian, as in the protocol. */
final class CopyBuffer {

    private static final VarHandle SHORT = view(short[].class);
    private static final VarHandle INT = view(int[].class);
    private static final VarHandle LONG = view(long[].class);

    private byte[] bytes;
    private int size;

    CopyBuffer(int capacity) {
        this.bytes = new byte[capacity];
    }

    private static VarHandle view(Class<?> arrayType) {
        return MethodHandles.byteArrayViewVarHandle(arrayType, ByteOrder.BIG_ENDIAN);
    }

    static short shortAt(byte[] source, int offset) {
        return (short) SHORT.get(source, offset);
    }

    static int intAt(byte[] source, int offset) {
        return (int) INT.get(source, offset);
    }

    static long longAt(byte[] source, int offset) {
        return (long) LONG.get(source, offset);
    }

    byte[] array() {
        return bytes;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** Forgets what was put in after a position. */
    void truncate(int newSize) {
        size = newSize;
    }

    void putByte(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    void putShort(int value) {
        ensure(Short.BYTES);
        SHORT.set(bytes, size, (short) value);
        size += Short.BYTES;
    }

    void putInt(int value) {
        ensure(Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    void putLong(long value) {
        ensure(Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    void put(byte[] source, int offset, int length) {
        ensure(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    void putAscii(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        put(ascii, 0, ascii.length);
    }

    /** Puts a number that is not negative as decimal digits, with zeros in front up to a width. */
    void putPadded(long number, int width) {
        String digits = Long.toString(number);
        for (int missing = width - digits.length(); missing > 0; missing--) {
            putByte('0');
        }
        putAscii(digits);
    }

    /** Puts in a number over one that was put in before. */
    void setShort(int position, int value) {
        SHORT.set(bytes, position, (short) value);
    }

    /** Puts in a number over one that was put in before. */
    void setInt(int position, int value) {
        INT.set(bytes, position, value);
    }

    private void ensure(int more) {
        long needed = (long) size + more;
        if (needed > bytes.length) {
            long grown = Math.max(needed, Math.min(bytes.length * 2L, Integer.MAX_VALUE - 8));
            bytes = Arrays.copyOf(bytes, Math.toIntExact(grown));
        }
    }
}
