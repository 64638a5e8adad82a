package io.github.dbsync.archive;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * How snapshots are kept.
 *
 * @param folder where they are
 * @param compressed whether they are compressed by Zstandard
 * @param beforeOverwriting whether one is taken of whatever is overwritten
 * @param keep how many of those stay
 */
public record SnapshotOptions(Path folder, boolean compressed, boolean beforeOverwriting, int keep) {

    public SnapshotOptions {
        requireNonNull(folder, "folder");
    }

    /** The same without one of what is overwritten. */
    public SnapshotOptions withoutUndo() {
        return new SnapshotOptions(folder, compressed, false, keep);
    }

    /** The usual ones of a project: the last five, as plain text. */
    public static SnapshotOptions of(Path project) {
        return new SnapshotOptions(project.resolve(".dbsync").resolve("snapshots"), false, true, 5);
    }
}
