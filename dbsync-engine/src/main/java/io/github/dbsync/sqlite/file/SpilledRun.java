package io.github.dbsync.sqlite.file;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keys in their order, in a file of their own that is gone when it is closed; on POSIX its name is gone at once. Not
 * thread-safe.
 */
final class SpilledRun implements SortedKeys, AutoCloseable {

    private static final int BUFFER_BYTES = 1 << 16;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** Before each key: its prefix and its length. */
    private static final int HEAD_BYTES = Long.BYTES + Integer.BYTES;

    private final FileChannel channel;
    private final long keys;
    private final int longest;
    private ByteBuffer in = NOTHING;
    private long read;
    private byte[] bytes = new byte[256];
    private int length;
    private long prefix;

    private SpilledRun(FileChannel channel, long keys, int longest) {
        this.channel = channel;
        this.keys = keys;
        this.longest = longest;
    }

    /** Writes all keys of a source into a file. */
    static SpilledRun of(SortedKeys source, Path folder) throws IOException {
        Path file = Files.createTempFile(folder, ".dbsync-sort", null);
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            SpilledRun run = write(source, channel);
            channel.position(0);
            return run;
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    private static SpilledRun write(SortedKeys source, FileChannel channel) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(BUFFER_BYTES);
        long keys = 0;
        int longest = 0;
        while (source.next()) {
            if (out.remaining() < HEAD_BYTES) {
                flush(out, channel);
            }
            out.putLong(source.prefix()).putInt(source.length());
            put(source, out, channel);
            longest = Math.max(longest, source.length());
            keys++;
        }
        flush(out, channel);
        return new SpilledRun(channel, keys, longest);
    }

    private static void put(SortedKeys source, ByteBuffer out, FileChannel channel) throws IOException {
        int done = 0;
        while (done < source.length()) {
            int part = Math.min(source.length() - done, out.remaining());
            out.put(source.bytes(), source.start() + done, part);
            done += part;
            if (!out.hasRemaining()) {
                flush(out, channel);
            }
        }
    }

    private static void flush(ByteBuffer out, FileChannel channel) throws IOException {
        out.flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
        out.clear();
    }

    /** How many keys it has. */
    long keys() {
        return keys;
    }

    /** The bytes of its longest key. */
    int longest() {
        return longest;
    }

    @Override
    public boolean next() throws IOException {
        if (read == keys) {
            return false;
        }
        if (read == 0) {
            in = ByteBuffer.allocate(BUFFER_BYTES).flip();
        }
        read++;
        require(HEAD_BYTES);
        prefix = in.getLong();
        length = in.getInt();
        if (bytes.length < length) {
            bytes = new byte[Math.max(length, 2 * bytes.length)];
        }
        int done = 0;
        while (done < length) {
            require(1);
            int part = Math.min(length - done, in.remaining());
            in.get(bytes, done, part);
            done += part;
        }
        return true;
    }

    private void require(int some) throws IOException {
        if (in.remaining() < some) {
            in.compact();
            while (in.position() < some) {
                if (channel.read(in) < 0) {
                    throw new EOFException("a file of sorted keys ends too early");
                }
            }
            in.flip();
        }
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public int start() {
        return 0;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public long prefix() {
        return prefix;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
