package io.github.dbsync;

import io.github.dbsync.appconfig.Ends;
import io.github.dbsync.archive.Archive;
import io.github.dbsync.archive.Restoration;
import io.github.dbsync.dialect.ScratchDatabase;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.report.ReportDraft;
import io.github.dbsync.snapshot.Snapshot;
import io.github.dbsync.survey.Dialects;
import io.github.dbsync.survey.FoundEnds;
import java.util.List;

/**
 * Puts a snapshot to the side whose SQL it is not: a scratch database becomes what the snapshot is, and a sync makes the side what
 * that is.
 */
final class TranslatedRestore {

    private static final String REMEDY =
            "Where they matter, restore the snapshot to the side whose SQL it is, and sync from there";

    private final Agreement agreement;
    private final Progress progress;
    private final Dialects dialects;

    TranslatedRestore(Agreement agreement, Progress progress, Dialects dialects) {
        this.agreement = agreement;
        this.progress = progress;
        this.dialects = dialects;
    }

    /** @param side the side that is restored */
    void run(RestoreRequest request, FoundEnds found, Snapshot snapshot, String side, ReportDraft draft) {
        Endpoint home = found.ends().end(snapshot.dialect());
        try (ScratchDatabase scratch = dialects.scratchLike(home, request.scratchServer())) {
            Restoration restoration = Restoration.of(snapshot, scratch.endpoint());
            FoundEnds known = found.and(restore(request, found, restoration));
            sync(request, between(known, restoration, side), restoration, draft);
        }
    }

    /** Gives what is worth knowing of it. */
    private List<Problem> restore(RestoreRequest request, FoundEnds found, Restoration restoration) {
        progress.stage("scratch");
        ReportDraft ofScratch = new ReportDraft();
        RestoreRequest quiet = request.ofScratch();
        new RestoreRun(Agreement.OF_SCRATCH, progress, dialects)
                .restore(quiet, found, restoration, new Archive(dialects, progress, quiet.snapshots()), ofScratch);
        return LeftBehind.in(ofScratch, REMEDY).toList();
    }

    private static FoundEnds between(FoundEnds found, Restoration restoration, String side) {
        Ends ends = found.ends();
        return found.with(
                ends.between(restoration.running(), restoration.snapshotOrigin(), ends.end(side), ends.origin(side)));
    }

    private void sync(RestoreRequest request, FoundEnds found, Restoration restoration, ReportDraft draft) {
        try (Source source = dialects.source(restoration.running())) {
            new SyncRun(agreement, progress, dialects)
                    .sync(request.translation(), found, restoration.snapshotName(), source, draft);
        }
    }
}
