package io.github.dbsync.sqlite.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A record in the making: values in their order, each in the storage class in which it is stored (SQLite docs, "Database File
 * Format", 2.1). Used for one record after the other; not thread-safe.
 */
public final class RecordBuilder {

    /** Up to here SQLite stores whole numbers of a column of floating-point numbers as integers. */
    private static final long LONGEST_COMPACT_REAL = (1L << 47) - 1;

    private static final int BYTES_AT_FIRST = 256;

    /** More room than this a record gives back for the next one. */
    private static final int MOST_KEPT = 1 << 22;

    private final TextEncoding encoding;
    private final long[] types;
    private final int[] ends;
    private byte[] content = new byte[BYTES_AT_FIRST];
    private byte[] record = new byte[BYTES_AT_FIRST];
    private int count;
    private int length;

    /** @param values the most values of a record */
    public RecordBuilder(int values, TextEncoding encoding) {
        this.encoding = encoding;
        this.types = new long[values];
        this.ends = new int[values];
    }

    /** Forgets the record before. */
    public void clear() {
        count = 0;
        length = 0;
        if (record.length > MOST_KEPT || content.length > MOST_KEPT) {
            content = new byte[BYTES_AT_FIRST];
            record = new byte[BYTES_AT_FIRST];
        }
    }

    public void addNull() {
        end(SerialType.NULL, start());
    }

    public void addInteger(long value) {
        long type = SerialType.ofInteger(value);
        ensure(Long.BYTES);
        end(type, SerialType.writeInteger(type, content, start(), value));
    }

    /** @param value no NaN, which SQLite keeps as null */
    public void addReal(double value) {
        ensure(Long.BYTES);
        end(
                SerialType.REAL,
                SerialType.writeInteger(
                        SerialType.LONGEST_INTEGER, content, start(), Double.doubleToRawLongBits(value)));
    }

    /** Adds a value of a column with REAL affinity, where whole numbers that are not too long take the room of integers. */
    public void addCompactReal(double value) {
        long whole = (long) value;
        if (whole == value && whole >= ~LONGEST_COMPACT_REAL && whole <= LONGEST_COMPACT_REAL) {
            addInteger(whole);
        } else {
            addReal(value);
        }
    }

    /** Adds a text that is given in UTF-8. */
    public void addText(byte[] utf8, int offset, int bytes) {
        if (encoding == TextEncoding.UTF_8) {
            addBytes(SerialType.ofText(bytes), utf8, offset, bytes);
        } else {
            addText(new String(utf8, offset, bytes, StandardCharsets.UTF_8));
        }
    }

    public void addText(String text) {
        byte[] bytes = text.getBytes(encoding.charset());
        addBytes(SerialType.ofText(bytes.length), bytes, 0, bytes.length);
    }

    public void addBlob(byte[] blob, int offset, int bytes) {
        addBytes(SerialType.ofBlob(bytes), blob, offset, bytes);
    }

    /** Adds a value of another record. */
    public void add(RecordBuilder other, int value) {
        int start = other.start(value);
        addBytes(other.types[value], other.content, start, other.ends[value] - start);
    }

    private void addBytes(long type, byte[] bytes, int offset, int size) {
        ensure(size);
        int start = start();
        System.arraycopy(bytes, offset, content, start, size);
        end(type, start + size);
    }

    private void end(long type, int end) {
        types[count] = type;
        ends[count] = end;
        count++;
        length = 0;
    }

    private int start() {
        return start(count);
    }

    private int start(int value) {
        return value == 0 ? 0 : ends[value - 1];
    }

    /** The {@link SerialType} of a value. */
    public long type(int value) {
        return types[value];
    }

    /** The record's length in bytes. */
    public int length() {
        if (length == 0) {
            complete();
        }
        return length;
    }

    /** Begins with the record; valid until the next value is added. */
    public byte[] bytes() {
        if (length == 0) {
            complete();
        }
        return record;
    }

    private void complete() {
        int header = headerLength();
        int size = start();
        length = Math.addExact(header, size);
        if (record.length < length) {
            record = new byte[Math.max(length, record.length * 2)];
        }
        int at = Varint.write(record, 0, header);
        for (int i = 0; i < count; i++) {
            at = Varint.write(record, at, types[i]);
        }
        System.arraycopy(content, 0, record, at, size);
    }

    /** The header's length counts itself. */
    private int headerLength() {
        int header = 0;
        for (int i = 0; i < count; i++) {
            header += Varint.length(types[i]);
        }
        int own = Varint.length(header + 1L);
        return header + Varint.length(header + own);
    }

    private void ensure(int more) {
        long needed = (long) start() + more;
        if (needed > content.length) {
            content = Arrays.copyOf(
                    content, Math.toIntExact(Math.max(needed, Math.min(content.length * 2L, Integer.MAX_VALUE - 8))));
        }
    }
}
