package io.github.dbsync.sqlite;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.List;
import java.util.Objects;

/**
 * The files of a target, all in its folder, so that one takes the place of the other in one step.
 *
 * @param database the database itself; a symbolic link is followed, and stays
 * @param fresh the new database while it is being built
 * @param lock what keeps a second sync away
 */
record SqliteFiles(Path database, Path fresh, Path lock) {

    /** What SQLite itself puts beside a database. */
    private static final List<String> COMPANIONS = List.of("-journal", "-wal", "-shm");

    static SqliteFiles of(Path file) throws IOException {
        Path database = Files.exists(file) ? file.toRealPath() : file;
        return new SqliteFiles(database, beside(database, ".dbsync-new"), beside(database, ".dbsync-lock"));
    }

    private static Path beside(Path file, String suffix) {
        return file.resolveSibling(file.getFileName() + suffix);
    }

    boolean exists() {
        return Files.exists(database);
    }

    Path folder() {
        return Objects.requireNonNull(database.toAbsolutePath().getParent(), "the folder of a file");
    }

    /** Removes the new database with all that SQLite put beside it: this run's, or one that a run before left behind. */
    void removeFresh() throws IOException {
        Files.deleteIfExists(fresh);
        for (String companion : COMPANIONS) {
            Files.deleteIfExists(beside(fresh, companion));
        }
    }

    boolean freshHasCompanions() {
        return COMPANIONS.stream().anyMatch(companion -> Files.exists(beside(fresh, companion)));
    }

    /** Gives the new database the permissions and, where this user may, the owner of the old one. */
    void takeOverPermissions() throws IOException {
        if (!exists() || !isPosix()) {
            return;
        }
        PosixFileAttributes old = Files.readAttributes(database, PosixFileAttributes.class);
        PosixFileAttributes now = Files.readAttributes(fresh, PosixFileAttributes.class);
        if (!old.owner().equals(now.owner()) && isRoot(now)) {
            Files.setOwner(fresh, old.owner());
        }
        Files.setPosixFilePermissions(fresh, old.permissions());
    }

    /** Only root can give a file away. */
    private static boolean isRoot(PosixFileAttributes own) {
        return own.owner().getName().equals("root");
    }

    void syncFresh() throws IOException {
        force(fresh, StandardOpenOption.WRITE);
    }

    void putFreshInPlace() throws IOException {
        Files.move(fresh, database, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes the rename itself durable; Windows does so by itself, and cannot open a folder. */
    void syncFolder() throws IOException {
        if (isPosix()) {
            force(folder(), StandardOpenOption.READ);
        }
    }

    /** Goes on where the thread is interrupted: what is about to be in place, or is already, must be on the disk. */
    private static void force(Path path, OpenOption option) throws IOException {
        boolean interrupted = false;
        boolean forced = false;
        while (!forced) {
            try (FileChannel channel = FileChannel.open(path, option)) {
                channel.force(true);
                forced = true;
            } catch (ClosedByInterruptException again) {
                interrupted = Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static boolean isPosix() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
