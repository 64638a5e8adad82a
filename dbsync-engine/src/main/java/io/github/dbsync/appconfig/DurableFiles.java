package io.github.dbsync.appconfig;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writing that has reached the disk when it returns. Files are made for their owner's eyes only. */
final class DurableFiles {

    private DurableFiles() {}

    /** Where the new content of a file waits: in the same folder, so that a rename is one step. */
    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".dbsync-new");
    }

    static Path folderOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    static void createFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
    }

    /** Writes a file that may be there from a run that was interrupted. */
    static void write(Path file, byte[] content) throws IOException {
        Files.deleteIfExists(file);
        createForOwner(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /** Gives a file the permissions and the owner of another one. */
    static void likeThatOf(Path original, Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view == null) {
            return;
        }
        PosixFileAttributes wanted = Files.readAttributes(original, PosixFileAttributes.class);
        PosixFileAttributes given = view.readAttributes();
        if (!wanted.owner().equals(given.owner())) {
            view.setOwner(wanted.owner());
        }
        if (!wanted.group().equals(given.group())) {
            view.setGroup(wanted.group());
        }
        view.setPermissions(wanted.permissions());
    }

    /** Gives a new folder with its files the owner and the permissions of another one; files cannot be executed. */
    static void allLikeThatOf(Path original, Path folder) throws IOException {
        for (Path made : insideFirst(folder)) {
            likeThatOf(original, made);
            if (Files.isDirectory(made)) {
                syncFolder(made);
            } else {
                withoutExecution(made);
            }
        }
    }

    private static List<Path> insideFirst(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }

    private static void withoutExecution(Path file) throws IOException {
        if (isPosix(file)) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            permissions.removeAll(Set.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    /** Puts a file or folder in the place of another one, in one step. */
    static void replace(Path file, Path by) throws IOException {
        Files.move(by, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(folderOf(file));
    }

    /** Deletes a file, or a folder with its files, if it is there. */
    static void delete(Path place) throws IOException {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            for (Path inside : insideFirst(place)) {
                Files.delete(inside);
            }
            syncFolder(folderOf(place));
        }
    }

    private static void syncFolder(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static void createForOwner(Path file) throws IOException {
        if (isPosix(folderOf(file))) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    private static boolean isPosix(Path folder) {
        return Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS) != null;
    }
}
