package io.github.dbsync.sqlite;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Keeps a second sync from the same target, by a locked file beside it. The system unlocks it when the process ends. */
final class SqliteLock implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    private SqliteLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** @param database the target, for the words of the refusal */
    static SqliteLock take(Path file, Path database) throws IOException {
        SqliteLock lock = tryToTake(file, database);
        while (lock == null) {
            lock = tryToTake(file, database);
        }
        return lock;
    }

    /**
     * Null where the owner before removed the file while it was opened here: a lock on a file that nobody else can find keeps
     * nobody out.
     */
    private static @Nullable SqliteLock tryToTake(Path file, Path database) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Object opened = identity(file);
        if (!locks(channel)) {
            channel.close();
            throw new DbSyncException(alreadyRunning(database));
        }
        if (opened != null && Objects.equals(opened, identity(file))) {
            return new SqliteLock(file, channel);
        }
        channel.close();
        return null;
    }

    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    /** What tells this file from another of the same name; its time of creation where the system numbers no files. */
    private static @Nullable Object identity(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.fileKey() == null ? attributes.creationTime() : attributes.fileKey();
        } catch (NoSuchFileException removed) {
            return null;
        }
    }

    private static Problem alreadyRunning(Path database) {
        return Problem.refusal(
                ProblemCode.ALREADY_RUNNING,
                "Another sync into this file is running.",
                database.toString(),
                "Two syncs at once would overwrite each other's result.",
                "Wait until it has ended, then run this one again");
    }

    /** Removes the file while it is still locked, so that it is never another's that goes. */
    @Override
    public void close() throws IOException {
        if (SqliteFiles.isPosix()) {
            Files.deleteIfExists(file);
            channel.close();
        } else {
            channel.close();
            Files.deleteIfExists(file);
        }
    }
}
