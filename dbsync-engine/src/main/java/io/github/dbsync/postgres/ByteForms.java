package io.github.dbsync.postgres;

import io.github.dbsync.batch.BytesVector;
import io.github.dbsync.batch.Vector;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The forms of text, bytes, UUIDs and JSON: byte strings that differ in how text COPY spells them. */
final class ByteForms {

    private ByteForms() {}

    /** {@code text}, {@code varchar}, {@code char(n)} and {@code json}: UTF-8 as it is. */
    static class Text implements ColumnForm {
        @Override
        public final void read(byte[] source, int offset, int length, Vector target, int row) {
            ((BytesVector) target).set(row, source, offset, length);
        }

        @Override
        public final void write(Vector source, int row, CopyBuffer out) {
            BytesVector bytes = (BytesVector) source;
            int length = bytes.length(row);
            out.putInt(length);
            out.put(bytes.array(), bytes.start(row), length);
        }

        @Override
        public void print(Vector source, int row, CopyBuffer out) {
            printEscaped((BytesVector) source, row, out);
        }

        @Override
        public void parse(byte[] source, int length, Vector target, int row) {
            ((BytesVector) target).set(row, source, 0, length);
        }
    }

    /** Any type's own text output. It comes out as text, and PostgreSQL reads it back only as text. */
    static final class Printed extends Text {
        @Override
        public boolean hasBinaryInput() {
            return false;
        }
    }

    /** {@code bytea}. */
    static final class Bytes extends Text {
        @Override
        public void print(Vector source, int row, CopyBuffer out) {
            out.putAscii("\\\\x");
            BytesVector bytes = (BytesVector) source;
            printHex(bytes.array(), bytes.start(row), bytes.start(row) + bytes.length(row), out);
        }

        @Override
        public void parse(byte[] source, int length, Vector target, int row) {
            ((BytesVector) target).set(row, hex(source, 2, length));
        }
    }

    /** {@code uuid}. */
    static final class Uuid extends Text {
        @Override
        public void print(Vector source, int row, CopyBuffer out) {
            BytesVector bytes = (BytesVector) source;
            printHex(bytes.array(), bytes.start(row), bytes.start(row) + bytes.length(row), out);
        }

        @Override
        public void parse(byte[] source, int length, Vector target, int row) {
            ((BytesVector) target).set(row, hex(source, 0, length));
        }
    }

    /** {@code jsonb}: a version, which is 1, and text (source: {@code jsonb_send}). */
    static final class Jsonb implements ColumnForm {
        private static final int VERSION = 1;

        @Override
        public void read(byte[] source, int offset, int length, Vector target, int row) {
            ((BytesVector) target).set(row, source, offset + 1, length - 1);
        }

        @Override
        public void write(Vector source, int row, CopyBuffer out) {
            BytesVector bytes = (BytesVector) source;
            int length = bytes.length(row);
            out.putInt(length + 1);
            out.putByte(VERSION);
            out.put(bytes.array(), bytes.start(row), length);
        }

        @Override
        public void print(Vector source, int row, CopyBuffer out) {
            printEscaped((BytesVector) source, row, out);
        }

        @Override
        public void parse(byte[] source, int length, Vector target, int row) {
            ((BytesVector) target).set(row, source, 0, length);
        }
    }

    private static void printEscaped(BytesVector bytes, int row, CopyBuffer out) {
        byte[] array = bytes.array();
        int end = bytes.start(row) + bytes.length(row);
        int plainFrom = bytes.start(row);
        for (int i = plainFrom; i < end; i++) {
            int escape = escape(array[i]);
            if (escape != 0) {
                out.put(array, plainFrom, i - plainFrom);
                out.putByte('\\');
                out.putByte(escape);
                plainFrom = i + 1;
            }
        }
        out.put(array, plainFrom, end - plainFrom);
    }

    /** What follows the backslash, or 0 where none is needed (source: PostgreSQL docs, COPY, Text Format). */
    private static int escape(byte character) {
        return switch (character) {
            case '\\' -> '\\';
            case '\n' -> 'n';
            case '\r' -> 'r';
            case '\t' -> 't';
            default -> 0;
        };
    }

    private static void printHex(byte[] bytes, int start, int end, CopyBuffer out) {
        for (int i = start; i < end; i++) {
            out.putByte(Character.forDigit(bytes[i] >> 4 & 0xF, 16));
            out.putByte(Character.forDigit(bytes[i] & 0xF, 16));
        }
    }

    private static byte[] hex(byte[] digits, int start, int end) {
        return HexFormat.of().parseHex(new String(digits, start, end - start, StandardCharsets.US_ASCII));
    }
}
