package io.github.dbsync;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.archive.SnapshotOptions;
import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.rules.ColumnRules;
import io.github.dbsync.verify.VerifyMode;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks for who wants a snapshot put back.
 *
 * @param ends where both databases are
 * @param snapshot the snapshot's file, or {@code latest}
 * @param onto the side that is restored, {@code sqlite} or {@code postgresql}, or null for the one whose SQL the snapshot is
 * @param rules what the user says of columns, for where the other side is restored
 * @param discards whether the user agrees that rows are lost which changed after the sync that took the snapshot
 * @param verify how much is proven before anything becomes visible
 * @param snapshots how snapshots are kept: one is taken of what is overwritten here
 * @param reportFolder where {@code report.json} goes, and where the server is kept whose database is the snapshot for as long as
 *     that is needed
 */
public record RestoreRequest(
        EndsRequest ends,
        String snapshot,
        @Nullable String onto,
        ColumnRules rules,
        boolean discards,
        VerifyMode verify,
        SnapshotOptions snapshots,
        Path reportFolder) {

    public RestoreRequest {
        requireNonNull(ends, "ends");
        requireNonNull(snapshot, "snapshot");
        requireNonNull(rules, "rules");
        requireNonNull(verify, "verify");
        requireNonNull(snapshots, "snapshots");
        requireNonNull(reportFolder, "reportFolder");
    }

    /**
     * The side that is restored where it is not the one whose SQL a snapshot is.
     *
     * @param dialect the snapshot's
     */
    Optional<String> across(String dialect) {
        return Optional.ofNullable(onto).filter(side -> !side.equals(dialect));
    }

    EmbeddedPostgres scratchServer() {
        return EmbeddedPostgres.ofScratch(reportFolder);
    }

    /** The same for a scratch database, where nothing is that could be undone. */
    RestoreRequest ofScratch() {
        return new RestoreRequest(ends, snapshot, null, rules, discards, verify, snapshots.withoutUndo(), reportFolder);
    }

    /** The sync that makes the other side what the scratch database is. */
    SyncRequest translation() {
        return new SyncRequest(ends, Selection.ALL, rules, null, verify, false, snapshots, reportFolder, null);
    }
}
