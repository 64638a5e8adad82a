package io.github.dbsync;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.archive.SnapshotOptions;
import io.github.dbsync.verify.VerifyMode;
import java.nio.file.Path;

/**
 * What the user asks for who wants a snapshot put back.
 *
 * @param ends where both databases are; its target side, where one is given, is the one that is restored
 * @param snapshot the snapshot's file, or {@code latest}
 * @param discards whether the user agrees that rows are lost which changed after the sync that took the snapshot
 * @param verify how much is proven before anything becomes visible
 * @param snapshots how snapshots are kept: one is taken of what is overwritten here
 * @param reportFolder where {@code report.json} goes
 */
public record RestoreRequest(
        EndsRequest ends,
        String snapshot,
        boolean discards,
        VerifyMode verify,
        SnapshotOptions snapshots,
        Path reportFolder) {

    public RestoreRequest {
        requireNonNull(ends, "ends");
        requireNonNull(snapshot, "snapshot");
        requireNonNull(verify, "verify");
        requireNonNull(snapshots, "snapshots");
        requireNonNull(reportFolder, "reportFolder");
    }
}
