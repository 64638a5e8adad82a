package io.github.dbsync.maven;

import io.github.dbsync.archive.SnapshotOptions;
import java.io.File;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that writes or reads snapshots: the parameters that say where they are. */
abstract class ArchiveMojo extends RuledMojo {

    /**
     * The folder of the snapshots. By default {@code .dbsync/snapshots}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.snapshot.folder")
    private @Nullable File snapshotFolder;

    /**
     * Whether snapshots are compressed by Zstandard: {@code .sql.zst} instead of {@code .sql}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.snapshot.compress", defaultValue = "false")
    private boolean snapshotCompress;

    ArchiveMojo(MavenBuild build) {
        super(build);
    }

    /**
     * How snapshots are kept.
     *
     * @param keep how many of those stay that were taken before something was overwritten
     */
    final SnapshotOptions snapshots(int keep) {
        return build.snapshots(snapshotFolder, snapshotCompress, true, keep);
    }
}
