package io.github.dbsync.sqlite.file;

import java.io.IOException;
import java.util.Arrays;

/**
 * The values of one row, as its record has them (SQLite docs, "Database File Format", 2.1). Nothing is boxed, and of values in
 * overflow pages only those are read that are asked for. Not thread-safe.
 */
public final class Record {

    /** No header of a record is longer: SQLite takes it for damage (its function {@code OP_Column}). */
    private static final int LONGEST_HEADER = 98_307;

    private static final int MOST_COLUMNS_AT_FIRST = 16;

    private final Payload payload;
    private final int mostColumns;
    private final byte[] number = new byte[Long.BYTES];
    private byte[] header = {};
    private long[] types = new long[MOST_COLUMNS_AT_FIRST];
    private long[] ends = new long[MOST_COLUMNS_AT_FIRST];
    private int columns;

    /** @param mostColumns how many values are looked at; SQLite does not look at more than the table has columns */
    Record(Payload payload, int mostColumns) {
        this.payload = payload;
        this.mostColumns = mostColumns;
    }

    /** Reads the header of the record that the payload stands on. */
    void readHeader() throws IOException {
        int headerLength = headerLength();
        boolean inCell = payload.isInCell(headerLength);
        if (inCell) {
            readTypes(payload.cell(), payload.start(), headerLength);
        } else {
            header = header.length < headerLength + Varint.MOST_BYTES
                    ? new byte[headerLength + Varint.MOST_BYTES]
                    : header;
            payload.read(0, header, headerLength);
            readTypes(header, 0, headerLength);
        }
    }

    private int headerLength() throws IOException {
        long length = payload.length() == 0 ? 0 : Varint.read(payload.cell(), payload.start());
        if (length < 1 || length > LONGEST_HEADER || length > payload.length()) {
            throw damaged();
        }
        return (int) length;
    }

    private void readTypes(byte[] bytes, int start, int headerLength) throws DamagedFileException {
        columns = 0;
        int at = start + Varint.length(bytes, start);
        int end = start + headerLength;
        long content = headerLength;
        while (at < end && columns < mostColumns) {
            long type = bytes[at];
            if (type >= 0) {
                at++;
            } else {
                type = Varint.read(bytes, at);
                at += Varint.length(bytes, at);
            }
            content = add(type, content);
        }
        if (at > end || content > payload.length() || (at == end && content < payload.length())) {
            throw damaged();
        }
    }

    /** Notes the next column; returns where its content ends. */
    private long add(long type, long content) throws DamagedFileException {
        if (type < 0 || type > Integer.MAX_VALUE * 2L) {
            throw damaged();
        }
        if (columns == types.length) {
            types = Arrays.copyOf(types, 2 * columns);
            ends = Arrays.copyOf(ends, 2 * columns);
        }
        long end = content + SerialType.length(type);
        types[columns] = type;
        ends[columns++] = end;
        return end;
    }

    private DamagedFileException damaged() {
        return new DamagedFileException(payload.page(), "a row's header and content do not fit each other");
    }

    /** How many values the record has: fewer than the table has columns, where some were added later. */
    public int columns() {
        return columns;
    }

    /** The {@link SerialType} of a value. */
    public long type(int column) {
        return types[column];
    }

    /** The integer of a value whose type is one of an integer. */
    public long integer(int column) throws IOException {
        int length = (int) SerialType.length(types[column]);
        long end = ends[column];
        if (payload.isInCell(end)) {
            return SerialType.readInteger(types[column], payload.cell(), payload.start() + (int) end - length);
        }
        payload.read(end - length, number, length);
        return SerialType.readInteger(types[column], number, 0);
    }

    /** The number of a value whose type is {@link SerialType#REAL}. */
    public double real(int column) throws IOException {
        long end = ends[column];
        if (payload.isInCell(end)) {
            return SerialType.readReal(payload.cell(), payload.start() + (int) end - Double.BYTES);
        }
        payload.read(end - Double.BYTES, number, Double.BYTES);
        return SerialType.readReal(number, 0);
    }

    /** The bytes of a text or blob, valid until the scan goes on. */
    public ByteSlice bytes(int column) throws IOException {
        int length = (int) SerialType.length(types[column]);
        long end = ends[column];
        if (payload.isInCell(end)) {
            return new ByteSlice(payload.cell(), payload.start() + (int) end - length, length);
        }
        byte[] bytes = new byte[length];
        payload.read(end - length, bytes, length);
        return ByteSlice.of(bytes);
    }
}
