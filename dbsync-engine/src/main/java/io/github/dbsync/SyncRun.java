package io.github.dbsync;

import io.github.dbsync.appconfig.Ends;
import io.github.dbsync.appconfig.FileEdit;
import io.github.dbsync.appconfig.FileEdits;
import io.github.dbsync.appconfig.MissingDrivers;
import io.github.dbsync.appconfig.SwitchPlan;
import io.github.dbsync.archive.Archive;
import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.Interruption;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.memory.Fingerprint;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.plan.Planner;
import io.github.dbsync.plan.SyncPlan;
import io.github.dbsync.plan.TablePlan;
import io.github.dbsync.proposal.Proposal;
import io.github.dbsync.proposal.Protection;
import io.github.dbsync.report.ReportDraft;
import io.github.dbsync.survey.Dialects;
import io.github.dbsync.survey.FoundEnds;
import io.github.dbsync.survey.PrismaMigrations;
import io.github.dbsync.survey.Survey;
import io.github.dbsync.survey.SurveyRequest;
import io.github.dbsync.transfer.Transfer;
import io.github.dbsync.transfer.TransferResult;
import io.github.dbsync.verify.Verifier;
import io.github.dbsync.verify.VerifyMode;
import io.github.dbsync.verify.VerifyResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The flow of a sync, stage by stage. A plan leaves it after the first two. */
final class SyncRun {

    private final Agreement agreement;
    private final Progress progress;
    private final Dialects dialects;

    SyncRun(Agreement agreement, Progress progress, Dialects dialects) {
        this.agreement = agreement;
        this.progress = progress;
        this.dialects = dialects;
    }

    void sync(SyncRequest request, ReportDraft draft) {
        FoundEnds found = draft.found(findEnds(request));
        try (Source source = dialects.source(found.ends().source())) {
            sync(request, found, name(found), source, draft);
        }
    }

    /**
     * A sync of a source that is open already.
     *
     * @param name the source for people, without secrets
     */
    void sync(SyncRequest request, FoundEnds found, String name, Source source, ReportDraft draft) {
        try (Target target = dialects.target(found.ends().target())) {
            Proposal proposal = draft.proposal(propose(request, found, name, source, target));
            agreement.show(proposal);
            agreement.confirm(proposal);
            target.hold(proposal.plan().replaced());
            UndoSnapshot undo = new UndoSnapshot(new Archive(dialects, progress, request.snapshots()), draft);
            TransferResult transferred = undo.before(
                    dialects.running(found.ends().target()),
                    request.verify(),
                    () -> write(request, proposal.plan(), source, target, draft));
            target.commit();
            draft.committed();
            undo.after(transferred);
            if (request.switchFiles()) {
                draft.switched(switchFiles(request, proposal));
            }
        }
    }

    /** All but the commit. */
    private TransferResult write(SyncRequest request, SyncPlan plan, Source source, Target target, ReportDraft draft) {
        TransferResult transferred = draft.transferred(transfer(plan, source, target));
        Catalog created = remember(transferred, plan, target);
        target.beginProof();
        draft.verified(verify(request.verify(), transferred, target));
        draft.schemas(schemas(plan, source.catalog(), created));
        plan.refresh().forEach(target::execute);
        Interruption.check();
        return transferred;
    }

    void plan(SyncRequest request, ReportDraft draft) {
        FoundEnds found = draft.found(findEnds(request));
        try (Source source = dialects.source(found.ends().source());
                Target target = dialects.target(found.ends().target())) {
            agreement.show(draft.proposal(propose(request, found, name(found), source, target)));
        }
    }

    private FoundEnds findEnds(SyncRequest request) {
        progress.stage("ends");
        return FoundEnds.find(request.ends());
    }

    private String name(FoundEnds found) {
        return dialects.running(found.ends().source()).describe();
    }

    private Proposal propose(SyncRequest request, FoundEnds found, String name, Source source, Target target) {
        progress.stage("plan");
        Endpoint from = dialects.running(found.ends().source());
        Endpoint to = dialects.running(found.ends().target());
        SurveyRequest wanted = new SurveyRequest(
                request.selection(),
                request.rules(),
                request.schema(),
                found.ends().application());
        SyncPlan plan = Planner.plan(Survey.of(wanted, from, source, to, target));
        SwitchPlan switching = request.switchFiles() ? planSwitch(request, found.ends(), to, plan) : SwitchPlan.NOTHING;
        boolean embedded = found.ends().target() instanceof EmbeddedPostgres;
        return new Proposal(
                name,
                to.describe(),
                found.ends().sourceOrigin(),
                found.ends().targetOrigin(),
                embedded,
                Protection.of(to, found.ends().targetOrigin()).orElse(null),
                plan.and(new PrismaMigrations(dialects, to).noting(switching)),
                switching,
                found.findings());
    }

    private SwitchPlan planSwitch(SyncRequest request, Ends ends, Endpoint target, SyncPlan syncing) {
        SwitchPlan plan = new PrismaMigrations(dialects, target).planSwitch(ends, syncing.keepsSchema());
        return request.dependencies() == null
                ? plan
                : plan.and(MissingDrivers.of(ends, target, request.dependencies()));
    }

    private TransferResult transfer(SyncPlan plan, Source source, Target target) {
        progress.stage("transfer");
        target.begin(plan.beginning());
        return new Transfer(source, target, progress).run(plan);
    }

    /** Returns what was made, which changes no more. */
    private static Catalog remember(TransferResult transferred, SyncPlan plan, Target target) {
        Map<QualifiedName, String> digests = transferred.tables().stream()
                .collect(Collectors.toMap(
                        table -> table.plan().source().name(),
                        table -> table.digest().hex()));
        Catalog created;
        Optional<Memory> earlier;
        try (Source written = target.written()) {
            created = written.catalog();
            earlier = written.memory();
        }
        target.remember(plan.memory(created, earlier, digests));
        return created;
    }

    private VerifyResult verify(VerifyMode mode, TransferResult transferred, Target target) {
        progress.stage("verify");
        try (Source written = target.written()) {
            return new Verifier(mode, progress).verify(transferred, written);
        }
    }

    private static Map<String, String> schemas(SyncPlan plan, Catalog source, Catalog created) {
        return Map.of(
                source.dialect(), fingerprint(source, plan, TablePlan::source),
                created.dialect(), fingerprint(created, plan, TablePlan::target));
    }

    private static String fingerprint(Catalog end, SyncPlan plan, Function<TablePlan, Table> side) {
        return Fingerprint.ofDefinitions(
                end.tables(), plan.tables().stream().map(side).map(Table::name).toList());
    }

    private List<FileEdit> switchFiles(SyncRequest request, Proposal proposal) {
        progress.stage("switch");
        List<FileEdit> edits = proposal.switching().edits();
        FileEdits.apply(request.ends().folder(), edits);
        return edits;
    }
}
