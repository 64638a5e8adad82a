package io.github.dbsync;

import io.github.dbsync.archive.Archive;
import io.github.dbsync.archive.Restoration;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.feedback.Interruption;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.proposal.Proposal;
import io.github.dbsync.report.ReportDraft;
import io.github.dbsync.snapshot.Snapshot;
import io.github.dbsync.survey.Dialects;
import io.github.dbsync.survey.FoundEnds;
import io.github.dbsync.transfer.Transfer;
import io.github.dbsync.transfer.TransferResult;
import io.github.dbsync.verify.ImageProof;
import io.github.dbsync.verify.Verifier;
import io.github.dbsync.verify.VerifyResult;

/** Puts a snapshot back: the stages of a sync, with a file as its source and nothing translated. */
final class RestoreRun {

    private final Agreement agreement;
    private final Progress progress;
    private final Dialects dialects;

    RestoreRun(Agreement agreement, Progress progress, Dialects dialects) {
        this.agreement = agreement;
        this.progress = progress;
        this.dialects = dialects;
    }

    void run(RestoreRequest request, ReportDraft draft) {
        progress.stage("ends");
        FoundEnds found = draft.found(FoundEnds.find(request.ends()));
        Archive archive = new Archive(dialects, progress, request.snapshots());
        Snapshot snapshot = archive.find(request.snapshot());
        request.across(snapshot.dialect())
                .ifPresentOrElse(
                        side -> new TranslatedRestore(agreement, progress, dialects)
                                .run(request, found, snapshot, side, draft),
                        () -> restore(request, found, Restoration.of(snapshot, found, dialects), archive, draft));
    }

    /** To where the snapshot's own SQL is spoken. */
    void restore(RestoreRequest request, FoundEnds found, Restoration restoration, Archive archive, ReportDraft draft) {
        try (Source source = restoration.open();
                Target target = dialects.target(restoration.running())) {
            progress.stage("plan");
            Proposal proposal =
                    draft.proposal(restoration.propose(source, target, request.discards(), found, dialects));
            agreement.show(proposal);
            agreement.confirm(proposal);
            target.hold(target.catalog().tables().stream().map(Table::name).toList());
            UndoSnapshot undo = new UndoSnapshot(archive, draft);
            TransferResult transferred = undo.before(
                    restoration.running(), request.verify(), () -> write(request, proposal, source, target, draft));
            target.commit();
            draft.committed();
            undo.after(transferred);
        }
    }

    /** All but the commit. */
    private TransferResult write(
            RestoreRequest request, Proposal proposal, Source source, Target target, ReportDraft draft) {
        TransferResult transferred = draft.transferred(transfer(proposal, source, target));
        draft.verified(prove(request, proposal, source, target, transferred));
        Interruption.check();
        return transferred;
    }

    private TransferResult transfer(Proposal proposal, Source source, Target target) {
        progress.stage("transfer");
        target.begin(proposal.plan().beginning());
        TransferResult result = new Transfer(source, target, progress).run(proposal.plan());
        target.remember(Restoration.memory(source));
        target.beginProof();
        return result;
    }

    private VerifyResult prove(
            RestoreRequest request, Proposal proposal, Source source, Target target, TransferResult transferred) {
        progress.stage("verify");
        try (Source written = target.written()) {
            ImageProof.check(
                    source.catalog(), written.image().catalog(), proposal.plan().ledger());
            return new Verifier(request.verify(), progress).verify(transferred, written);
        }
    }
}
