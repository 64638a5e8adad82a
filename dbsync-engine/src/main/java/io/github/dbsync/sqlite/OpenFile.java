package io.github.dbsync.sqlite;

import io.github.dbsync.sqlite.file.FileBytes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that this process has open through SQLite, read beside SQLite.
 *
 * <p>A process that closes any descriptor of a file loses all its locks on it, those of SQLite too (SQLite docs, "How To
 * Corrupt An SQLite Database File", 2.2). Hence there is one descriptor for each file, and it is closed when the last connection
 * of this process to the file is: locks belong to the process, and so does this list of its open files. For the same reason it
 * is no channel, which an interrupted thread would close. Thread-safe.
 */
final class OpenFile implements FileBytes {

    private static final Map<Object, OpenFile> OPEN = new HashMap<>();

    private final Object key;
    private int connections;
    private volatile @Nullable RandomAccessFile descriptor;

    private OpenFile(Object key) {
        this.key = key;
    }

    /**
     * Says that a connection to a file is about to be opened.
     *
     * @return null where there is no such file, or where the system does not number its files
     */
    static @Nullable OpenFile enter(Path file) {
        Object key = key(file);
        if (key == null) {
            return null;
        }
        synchronized (OPEN) {
            OpenFile open = OPEN.computeIfAbsent(key, OpenFile::new);
            open.connections++;
            return open;
        }
    }

    /** Says that a connection is closed. */
    void leave() {
        synchronized (OPEN) {
            connections--;
            if (connections == 0) {
                OPEN.remove(key);
                closeDescriptor();
            }
        }
    }

    /** Whether a path still leads to this file. */
    boolean isAt(Path file) {
        return key.equals(key(file));
    }

    /** Opens the file to be read, if it is not yet; false where that cannot be, or another file is there now. */
    boolean open(Path file) {
        synchronized (OPEN) {
            if (descriptor == null && isAt(file)) {
                try {
                    descriptor = new RandomAccessFile(file.toFile(), "r");
                } catch (IOException refused) {
                    return false;
                }
            }
            return descriptor != null && isAt(file);
        }
    }

    /** The length of the file in bytes. */
    long length() throws IOException {
        synchronized (this) {
            return descriptor().length();
        }
    }

    @Override
    public int read(long at, byte[] into, int length) throws IOException {
        synchronized (this) {
            RandomAccessFile file = descriptor();
            file.seek(at);
            int done = 0;
            int part = 0;
            while (done < length && part >= 0) {
                part = file.read(into, done, length - done);
                done += Math.max(part, 0);
            }
            return done;
        }
    }

    private RandomAccessFile descriptor() throws IOException {
        RandomAccessFile open = descriptor;
        if (open == null) {
            throw new IOException("the file is closed");
        }
        return open;
    }

    private void closeDescriptor() {
        RandomAccessFile last = descriptor;
        descriptor = null;
        if (last != null) {
            try {
                last.close();
            } catch (IOException ignored) {
                // It was only read: nothing can be lost.
                return;
            }
        }
    }

    private static @Nullable Object key(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException missing) {
            return null;
        }
    }
}
