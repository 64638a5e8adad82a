package io.github.dbsync.postgres;

import io.github.dbsync.batch.Vector;
import java.nio.charset.StandardCharsets;

/**
 * How COPY spells the values of one type family: binary and text, in and out, side by side. Values are never null
 * here. Forms have no state.
 */
interface ColumnForm {

    /** Reads a field of binary COPY into a vector. */
    void read(byte[] source, int offset, int length, Vector target, int row);

    /**
     * Writes a value as a field of binary COPY: its length in bytes, then the bytes.
     *
     * @throws ArithmeticException where the value is outside the range of the type
     */
    void write(Vector source, int row, CopyBuffer out);

    /** Writes a value as a field of text COPY. */
    void print(Vector source, int row, CopyBuffer out);

    /**
     * Reads a field of text COPY, as {@link #print} writes it but without its escapes, into a vector.
     *
     * @throws IllegalArgumentException where it is none
     */
    void parse(byte[] source, int length, Vector target, int row);

    /** A field that is plain text. */
    static String ascii(byte[] source, int length) {
        return new String(source, 0, length, StandardCharsets.US_ASCII);
    }

    /** Whether {@link #write} has a form that PostgreSQL reads; text COPY is the way in where it has none. */
    default boolean hasBinaryInput() {
        return true;
    }
}
