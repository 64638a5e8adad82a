package io.github.dbsync;

import io.github.dbsync.archive.Archive;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.report.ReportDraft;
import io.github.dbsync.snapshot.Snapshot;
import io.github.dbsync.transfer.TransferResult;
import io.github.dbsync.verify.VerifyMode;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The snapshot that makes a run undoable: taken before anything is changed, and kept as soon as something may have changed.
 *
 * @param archive where it goes
 * @param draft where it is noted
 */
record UndoSnapshot(Archive archive, ReportDraft draft) {

    /**
     * Takes it, and does what comes before the commit. Where that fails, the target is as it was, and there is nothing to undo.
     *
     * @param end what is overwritten, which is running
     * @param uncommitted changes the target, and commits nothing
     */
    TransferResult before(Endpoint end, VerifyMode mode, Supplier<TransferResult> uncommitted) {
        Optional<Snapshot> taken = archive.takeBeforeOverwriting(end, mode);
        draft.snapshot(taken);
        try {
            return uncommitted.get();
        } catch (RuntimeException failure) {
            draft.snapshot(Optional.empty());
            taken.ifPresent(snapshot -> discard(snapshot, failure));
            throw failure;
        }
    }

    /** The failure stays the one that counts. */
    private static void discard(Snapshot snapshot, RuntimeException failure) {
        try {
            snapshot.remove();
        } catch (DbSyncException second) {
            failure.addSuppressed(second);
        }
    }

    /** Notes with it what was committed. */
    void after(TransferResult committed) {
        draft.undo().ifPresent(snapshot -> archive.synced(snapshot, committed));
    }
}
