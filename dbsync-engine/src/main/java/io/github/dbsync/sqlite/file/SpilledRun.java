package io.github.dbsync.sqlite.file;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
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

    private final FileChannel channel;
    private final DataInputStream in;
    private final long keys;
    private long read;
    private byte[] bytes = new byte[256];
    private int length;
    private long prefix;

    private SpilledRun(FileChannel channel, long keys) {
        this.channel = channel;
        this.keys = keys;
        this.in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), BUFFER_BYTES));
    }

    /** Writes all keys of a source into a file. */
    static SpilledRun of(SortedKeys source, Path folder) throws IOException {
        Path file = Files.createTempFile(folder, ".dbsync-sort", null);
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            long keys = write(source, channel);
            channel.position(0);
            return new SpilledRun(channel, keys);
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }

    private static long write(SortedKeys source, FileChannel channel) throws IOException {
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES));
        long keys = 0;
        while (source.next()) {
            out.writeLong(source.prefix());
            out.writeInt(source.length());
            out.write(source.bytes(), source.start(), source.length());
            keys++;
        }
        out.flush();
        return keys;
    }

    @Override
    public boolean next() throws IOException {
        if (read == keys) {
            return false;
        }
        read++;
        prefix = in.readLong();
        length = in.readInt();
        if (bytes.length < length) {
            bytes = new byte[Math.max(length, 2 * bytes.length)];
        }
        in.readFully(bytes, 0, length);
        return true;
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
