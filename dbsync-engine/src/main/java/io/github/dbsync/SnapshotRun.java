package io.github.dbsync;

import io.github.dbsync.appconfig.Ends;
import io.github.dbsync.appconfig.Origin;
import io.github.dbsync.archive.Archive;
import io.github.dbsync.archive.SnapshotReport;
import io.github.dbsync.dialect.OrderedSource;
import io.github.dbsync.dialect.ScratchDatabase;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.report.ReportDraft;
import io.github.dbsync.survey.Dialects;
import io.github.dbsync.survey.FoundEnds;
import java.util.List;
import java.util.stream.Stream;

/** The flow of a snapshot. In the other side's SQL, it is one of a scratch database that a sync made what the source is. */
final class SnapshotRun {

    private static final String REMEDY =
            "Leave out dbsync.snapshot.dialect where they matter: a snapshot in the database's own SQL has them";

    private final Progress progress;
    private final Dialects dialects;

    SnapshotRun(Progress progress, Dialects dialects) {
        this.progress = progress;
        this.dialects = dialects;
    }

    SnapshotReport run(SnapshotRequest request) {
        progress.stage("ends");
        FoundEnds found = FoundEnds.find(request.ends());
        Archive archive = new Archive(dialects, progress, request.snapshots());
        Endpoint end = dialects.running(found.ends().source());
        return request.translates(end)
                ? takeTranslated(request, found, end, archive)
                : archive.take(end, end, request.verify(), found.findings());
    }

    private SnapshotReport takeTranslated(SnapshotRequest request, FoundEnds found, Endpoint end, Archive archive) {
        try (ScratchDatabase scratch = dialects.scratchLike(found.ends().target(), request.scratchServer())) {
            List<Problem> findings = translate(request, found, scratch.endpoint());
            return archive.take(scratch.endpoint(), end, request.verify(), findings);
        }
    }

    /** In the order of the content, so that the same content gives the same bytes here too. */
    private List<Problem> translate(SnapshotRequest request, FoundEnds found, Endpoint scratch) {
        progress.stage("scratch");
        Ends ends = found.ends();
        Ends between = ends.between(
                ends.source(), ends.sourceOrigin(), scratch, new Origin("there until the snapshot is taken", null));
        ReportDraft draft = new ReportDraft();
        try (Source source = new OrderedSource(dialects.source(ends.source()))) {
            new SyncRun(Agreement.OF_SCRATCH, progress, dialects)
                    .sync(
                            request.translation(),
                            found.with(between),
                            ends.source().describe(),
                            source,
                            draft);
        }
        return Stream.concat(draft.report().findings().stream(), LeftBehind.in(draft, REMEDY))
                .toList();
    }
}
