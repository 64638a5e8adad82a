package io.github.dbsync.sqlite.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values of a record as objects, where there are few of them. */
public final class RecordValues {

    private RecordValues() {}

    /** Each value of the current record: a Long, a Double, a String, a byte array, or null. */
    public static List<@Nullable Object> of(SortedKeys keys, TextEncoding encoding) {
        return of(keys.bytes(), keys.start(), encoding);
    }

    /** Each value of the record that begins at a place: a Long, a Double, a String, a byte array, or null. */
    public static List<@Nullable Object> of(byte[] bytes, int start, TextEncoding encoding) {
        int at = start + Varint.length(bytes, start);
        int content = start + (int) Varint.read(bytes, start);
        int header = content;
        List<@Nullable Object> values = new ArrayList<>();
        while (at < header) {
            long type = Varint.read(bytes, at);
            values.add(value(type, bytes, content, encoding));
            content += (int) SerialType.length(type);
            at += Varint.length(bytes, at);
        }
        return values;
    }

    private static @Nullable Object value(long type, byte[] bytes, int at, TextEncoding encoding) {
        int length = (int) SerialType.length(type);
        if (type == SerialType.NULL) {
            return null;
        } else if (type == SerialType.REAL) {
            return SerialType.readReal(bytes, at);
        } else if (SerialType.isInteger(type)) {
            return SerialType.readInteger(type, bytes, at);
        }
        return SerialType.isText(type)
                ? new String(bytes, at, length, encoding.charset())
                : Arrays.copyOfRange(bytes, at, at + length);
    }
}
