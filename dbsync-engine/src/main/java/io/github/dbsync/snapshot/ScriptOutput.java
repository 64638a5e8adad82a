package io.github.dbsync.snapshot;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** A script being written, perhaps compressed: it knows the place it has come to, and the digest of what it wrote. */
final class ScriptOutput extends OutputStream {

    private static final int BUFFER_BYTES = 128 * 1024;

    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final MessageDigest digest = DigestUtils.getSha256Digest();
    private final FileChannel file;
    private final OutputStream sink;
    private int buffered;
    private long position;
    private long line = 1;

    private ScriptOutput(FileChannel file, OutputStream sink) {
        this.file = file;
        this.sink = sink;
    }

    static ScriptOutput create(Path path, boolean compressed) throws IOException {
        FileChannel file = PrivateFile.create(path);
        OutputStream bytes = Channels.newOutputStream(file);
        return new ScriptOutput(
                file, compressed ? new ZstdOutputStream(bytes).setChecksum(true).setCloseFrameOnFlush(true) : bytes);
    }

    /** How many bytes were written. */
    long position() {
        return position + buffered;
    }

    /** The number of the line it has come to, from 1. */
    long line() throws IOException {
        drain();
        return line;
    }

    void write(String text) throws IOException {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void write(int value) throws IOException {
        if (buffered == buffer.length) {
            drain();
        }
        buffer[buffered++] = (byte) value;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int rest = length;
        while (rest > 0) {
            if (buffered == buffer.length) {
                drain();
            }
            int part = Math.min(rest, buffer.length - buffered);
            System.arraycopy(bytes, from, buffer, buffered, part);
            buffered += part;
            from += part;
            rest -= part;
        }
    }

    private void drain() throws IOException {
        for (int i = 0; i < buffered; i++) {
            if (buffer[i] == '\n') {
                line++;
            }
        }
        digest.update(buffer, 0, buffered);
        sink.write(buffer, 0, buffered);
        position += buffered;
        buffered = 0;
    }

    /** Writes everything to the disk; the digest is that of all that was written. */
    String finish() throws IOException {
        drain();
        sink.flush();
        file.force(true);
        sink.close();
        return Hex.encodeHexString(digest.digest());
    }

    /** Gives up what is not finished; once finished, nothing is left to do. */
    @Override
    public void close() throws IOException {
        try (file) {
            buffered = 0;
        }
    }
}
