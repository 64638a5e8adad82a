package io.github.dbsync.sqlite;

import io.github.dbsync.dialect.DecimalDigits;
import io.github.dbsync.dialect.DumpDamagedException;
import io.github.dbsync.dialect.DumpInput;
import io.github.dbsync.sqlite.PackedRow.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.codec.DecoderException;
import org.apache.commons.codec.binary.Hex;

/**
 * Stored values as literals that give the very same value back, storage class and bytes (SQLite docs, "SQL Language
 * Expressions", Literal Values). A text that a literal cannot say is a blob that is cast.
 */
final class ValueLiterals {

    private static final byte[] NULL = "NULL".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CAST = "CAST(".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] AS_TEXT = " AS TEXT)".getBytes(StandardCharsets.US_ASCII);

    /** Too great for a double: SQLite reads it as infinity, as its own shell's {@code .dump} has it. */
    private static final String INFINITY = "9e999";

    private final Charset encoding;

    /** @param encoding the encoding that the database keeps its texts in */
    ValueLiterals(Charset encoding) {
        this.encoding = encoding;
    }

    void write(Value value, OutputStream out) throws IOException {
        if (value.value() instanceof Long integer) {
            writeAscii(Long.toString(integer), out);
        } else if (value.value() instanceof Double real) {
            writeAscii(real(real), out);
        } else if (value.value() instanceof byte[] bytes) {
            writeBytes(bytes, value.isText(), out);
        } else {
            out.write(NULL);
        }
    }

    private static String real(double value) {
        return Double.isInfinite(value) ? (value < 0 ? "-" : "") + INFINITY : DecimalDigits.of(value);
    }

    private static void writeAscii(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void writeBytes(byte[] bytes, boolean isText, OutputStream out) throws IOException {
        if (!isText) {
            writeBlob(bytes, out);
            return;
        }
        Optional<byte[]> sayable = sayable(bytes);
        if (sayable.isPresent()) {
            writeText(sayable.get(), out);
        } else {
            out.write(CAST);
            writeBlob(bytes, out);
            out.write(AS_TEXT);
        }
    }

    private static void writeBlob(byte[] bytes, OutputStream out) throws IOException {
        out.write('X');
        out.write('\'');
        writeAscii(Hex.encodeHexString(bytes, false), out);
        out.write('\'');
    }

    private static void writeText(byte[] utf8, OutputStream out) throws IOException {
        out.write('\'');
        for (byte character : utf8) {
            if (character == '\'') {
                out.write('\'');
            }
            out.write(character);
        }
        out.write('\'');
    }

    /** The text in UTF-8, where a literal says it: one with a NUL would end there, and shells drop returns at a line's end. */
    private Optional<byte[]> sayable(byte[] bytes) {
        try {
            String text = encoding.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.codePoints().anyMatch(ValueLiterals::isLost)
                    ? Optional.empty()
                    : Optional.of(text.getBytes(StandardCharsets.UTF_8));
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    /** SQLite replaces noncharacters such as U+FFFE where it changes a text's encoding. */
    private static boolean isLost(int character) {
        return character == 0 || character == '\r' || (character & 0xFFFE) == 0xFFFE || character == 0xFEFF;
    }

    Value read(DumpInput in) throws IOException {
        return switch (in.peek()) {
            case 'N' -> readNull(in);
            case 'X' -> new Value(false, readBlob(in));
            case 'C' -> readCast(in);
            case '\'' -> new Value(true, inEncoding(readQuoted(in)));
            default -> readNumber(in);
        };
    }

    private static Value readNull(DumpInput in) throws IOException {
        in.expect(NULL);
        return new Value(false, null);
    }

    private static byte[] readBlob(DumpInput in) throws IOException {
        in.expect("X");
        try {
            return Hex.decodeHex(new String(readQuoted(in), StandardCharsets.US_ASCII));
        } catch (DecoderException notHex) {
            throw new DumpDamagedException("a blob is not in hexadecimal digits");
        }
    }

    private static Value readCast(DumpInput in) throws IOException {
        in.expect(CAST);
        byte[] bytes = readBlob(in);
        in.expect(AS_TEXT);
        return new Value(true, bytes);
    }

    private static byte[] readQuoted(DumpInput in) throws IOException {
        in.expect("'");
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        while (true) {
            int character = in.read();
            if (character == '\'') {
                if (in.peek() != '\'') {
                    return text.toByteArray();
                }
                in.read();
            }
            text.write(character);
        }
    }

    private byte[] inEncoding(byte[] utf8) {
        return encoding.equals(StandardCharsets.UTF_8)
                ? utf8
                : new String(utf8, StandardCharsets.UTF_8).getBytes(encoding);
    }

    private static Value readNumber(DumpInput in) throws IOException {
        StringBuilder digits = new StringBuilder();
        while (in.peek() != ',' && in.peek() != ')') {
            digits.append((char) in.read());
        }
        try {
            boolean isInteger = digits.chars().allMatch(character -> character == '-' || Character.isDigit(character));
            return new Value(
                    false,
                    isInteger ? (Object) Long.valueOf(digits.toString()) : (Object) Double.valueOf(digits.toString()));
        } catch (NumberFormatException notANumber) {
            throw new DumpDamagedException("a value is none that SQLite keeps");
        }
    }
}
