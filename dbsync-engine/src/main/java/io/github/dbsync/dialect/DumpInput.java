package io.github.dbsync.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A script being read, byte by byte, with the place it has come to. Not thread-safe. */
public final class DumpInput {

    private static final int BUFFER_BYTES = 64 * 1024;

    private final InputStream stream;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int next;
    private int end;
    private long filled;
    private long line;

    /**
     * @param stream where the script is read from; its owner closes it
     * @param position how many bytes come before
     * @param line the number of the line that it stands in, from 1
     */
    public DumpInput(InputStream stream, long position, long line) {
        this.stream = stream;
        this.filled = position;
        this.line = line;
    }

    /** How many bytes of the script come before the next one. */
    public long position() {
        return filled - (end - next);
    }

    /** The number of the line it has come to, from 1. */
    public long line() {
        return line;
    }

    /**
     * The next byte.
     *
     * @throws DumpDamagedException where the script ends
     */
    public int read() throws IOException {
        if (next == end) {
            fill();
        }
        byte read = buffer[next++];
        if (read == '\n') {
            line++;
        }
        return read;
    }

    /** The next byte, which stays the next. */
    public int peek() throws IOException {
        if (next == end) {
            fill();
        }
        return buffer[next];
    }

    /**
     * Reads over a text.
     *
     * @throws DumpDamagedException where another one stands there
     */
    public void expect(String text) throws IOException {
        expect(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads over some bytes.
     *
     * @throws DumpDamagedException where others stand there
     */
    public void expect(byte[] bytes) throws IOException {
        for (byte expected : bytes) {
            if (read() != expected) {
                throw new DumpDamagedException("what stands before or after a row is not there");
            }
        }
    }

    private void fill() throws IOException {
        next = 0;
        end = Math.max(stream.read(buffer), 0);
        filled += end;
        if (end == 0) {
            throw new DumpDamagedException("the file ends too early");
        }
    }
}
