package io.github.dbsync;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.archive.SnapshotOptions;
import io.github.dbsync.verify.VerifyMode;

/**
 * What the user asks for who wants a snapshot.
 *
 * @param ends where the database is: the source of a sync
 * @param verify how much is proven before there is a snapshot
 * @param snapshots how snapshots are kept
 */
public record SnapshotRequest(EndsRequest ends, VerifyMode verify, SnapshotOptions snapshots) {

    public SnapshotRequest {
        requireNonNull(ends, "ends");
        requireNonNull(verify, "verify");
        requireNonNull(snapshots, "snapshots");
    }
}
