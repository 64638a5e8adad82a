package io.github.dbsync.sqlite;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as one string of bytes: for each value the initial of its storage class, then eight bytes of a number, or the length and the bytes of
 * a text or blob. A text is kept in the bytes that the database keeps, whatever its encoding and even where they are bad.
 */
final class PackedRow {

    private PackedRow() {}

    /** The row that a query stands on, with its rowid first where there is one. */
    static byte[] pack(Cells cells, RowQuery query) throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            if (query.hasRowid()) {
                out.writeByte(initial(Storage.INTEGER));
                out.writeLong(cells.rowid());
            }
            for (int column = 0; column < query.columns(); column++) {
                pack(cells, column, out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void pack(Cells cells, int column, DataOutputStream out) throws SQLException, IOException {
        Storage storage = cells.storage(column);
        out.writeByte(initial(storage));
        switch (storage) {
            case NULL -> {}
            case INTEGER -> out.writeLong(cells.integer(column));
            case REAL -> out.writeDouble(cells.real(column));
            case TEXT -> pack(cells.rawText(column).copy(), out);
            case BLOB -> pack(cells.blob(column).copy(), out);
        }
    }

    private static void pack(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** The values of a row, in their order. */
    static List<Value> unpack(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        List<Value> values = new ArrayList<>();
        while (bytes.hasRemaining()) {
            values.add(value((char) bytes.get(), bytes));
        }
        return values;
    }

    private static Value value(char initial, ByteBuffer bytes) {
        return switch (initial) {
            case 'N' -> new Value(false, null);
            case 'I' -> new Value(false, bytes.getLong());
            case 'R' -> new Value(false, bytes.getDouble());
            case 'T' -> new Value(true, content(bytes));
            case 'B' -> new Value(false, content(bytes));
            default -> throw new IllegalArgumentException("No storage class begins with " + initial);
        };
    }

    private static byte[] content(ByteBuffer bytes) {
        byte[] content = new byte[bytes.getInt()];
        bytes.get(content);
        return content;
    }

    /** The row of some values, in their order. */
    static byte[] pack(List<Value> values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            for (Value value : values) {
                pack(value, out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void pack(Value value, DataOutputStream out) throws IOException {
        if (value.value() instanceof Long integer) {
            out.writeByte(initial(Storage.INTEGER));
            out.writeLong(integer);
        } else if (value.value() instanceof Double real) {
            out.writeByte(initial(Storage.REAL));
            out.writeDouble(real);
        } else if (value.value() instanceof byte[] content) {
            out.writeByte(initial(value.isText() ? Storage.TEXT : Storage.BLOB));
            pack(content, out);
        } else {
            out.writeByte(initial(Storage.NULL));
        }
    }

    private static int initial(Storage storage) {
        return storage.name().charAt(0);
    }

    /**
     * A value.
     *
     * @param isText whether the bytes are a text's, and not a blob's
     * @param value a Long, a Double, bytes, or null
     */
    record Value(boolean isText, @Nullable Object value) {}
}
