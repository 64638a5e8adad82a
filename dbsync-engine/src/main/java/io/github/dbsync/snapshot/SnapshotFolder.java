package io.github.dbsync.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder of a project's snapshots. Their names begin with the time, so that the latest is the last; those that a sync has
 * taken before it overwrote something end with {@code -undo}.
 */
public final class SnapshotFolder {

    /** What stands for the latest snapshot's name. */
    public static final String LATEST = "latest";

    private static final String SCRIPT = ".sql";
    private static final String COMPRESSED_SCRIPT = ".sql.zst";
    private static final String UNDO = "-undo";
    private static final Pattern UNDO_SCRIPT = Pattern.compile(".*" + UNDO + "\\.sql(\\.zst)?");
    private static final Pattern UNSUITED = Pattern.compile("[^A-Za-z0-9._]+");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;

    public SnapshotFolder(Path folder) {
        this.folder = folder;
    }

    static boolean isCompressed(Path script) {
        return script.toString().endsWith(COMPRESSED_SCRIPT);
    }

    /**
     * A name for a new snapshot, that no other has.
     *
     * @param database the database's own name
     * @param side {@code sqlite} or {@code postgresql}
     */
    public Path name(Instant taken, String database, String side, boolean undo, boolean compressed) {
        String rest = "-" + UNSUITED.matcher(database).replaceAll("-") + "-" + side + (undo ? UNDO : "");
        return Stream.iterate(taken, later -> later.plus(1, ChronoUnit.MILLIS))
                .map(time -> TIME.format(time) + rest)
                .filter(name -> isFree(name + SCRIPT) && isFree(name + COMPRESSED_SCRIPT))
                .map(name -> folder.resolve(name + (compressed ? COMPRESSED_SCRIPT : SCRIPT)))
                .findFirst()
                .orElseThrow();
    }

    private boolean isFree(String name) {
        return !Files.exists(folder.resolve(name));
    }

    /**
     * The script of a snapshot.
     *
     * @param name a file, absolute or in the folder, or {@code latest}
     * @throws io.github.dbsync.feedback.DbSyncException with {@code SNAPSHOT_MISSING}
     */
    public Path find(String name) {
        return (name.equals(LATEST)
                        ? latest()
                        : Optional.of(folder.resolve(name)).filter(SnapshotFolder::isComplete))
                .orElseThrow(() -> SnapshotProblems.missing(name, folder));
    }

    private Optional<Path> latest() {
        return complete().max(Comparator.naturalOrder());
    }

    /** Removes the oldest snapshots that syncs have taken. */
    public void keepUndo(int most) {
        List<Path> taken = complete()
                .filter(script -> UNDO_SCRIPT.matcher(script.toString()).matches())
                .sorted(Comparator.reverseOrder())
                .toList();
        taken.stream().skip(most).forEach(SnapshotFolder::remove);
    }

    static void remove(Path script) {
        try {
            Files.delete(ManifestFile.of(script));
            Files.delete(script);
        } catch (IOException refused) {
            throw new SnapshotProblems(script).notWritten(refused);
        }
    }

    private Stream<Path> complete() {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(SnapshotFolder::isComplete).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isComplete(Path script) {
        return Files.isRegularFile(script) && Files.isRegularFile(ManifestFile.of(script));
    }
}
