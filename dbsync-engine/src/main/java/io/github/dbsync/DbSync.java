package io.github.dbsync;

import io.github.dbsync.appconfig.Ends;
import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.appconfig.FileEdit;
import io.github.dbsync.appconfig.FileEdits;
import io.github.dbsync.appconfig.MissingDrivers;
import io.github.dbsync.appconfig.SwitchPlan;
import io.github.dbsync.archive.Archive;
import io.github.dbsync.archive.SnapshotReport;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.comparison.Comparer;
import io.github.dbsync.comparison.Comparison;
import io.github.dbsync.comparison.ComparisonRequest;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.doctor.Diagnosis;
import io.github.dbsync.doctor.Doctor;
import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Interruption;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.plan.Planner;
import io.github.dbsync.plan.SyncPlan;
import io.github.dbsync.proposal.Proposal;
import io.github.dbsync.proposal.Protection;
import io.github.dbsync.report.LastSync;
import io.github.dbsync.report.LastSyncFile;
import io.github.dbsync.report.ReportDraft;
import io.github.dbsync.report.ReportFile;
import io.github.dbsync.report.SwitchReport;
import io.github.dbsync.report.SyncReport;
import io.github.dbsync.seed.SeedReport;
import io.github.dbsync.seed.SeedRequest;
import io.github.dbsync.status.Status;
import io.github.dbsync.status.StatusReader;
import io.github.dbsync.survey.Dialects;
import io.github.dbsync.survey.EmbeddedServers;
import io.github.dbsync.survey.FoundEnds;
import io.github.dbsync.survey.PrismaMigrations;
import io.github.dbsync.survey.Survey;
import io.github.dbsync.tag.TagComparison;
import io.github.dbsync.tag.TagReport;
import io.github.dbsync.tag.TagRequest;
import io.github.dbsync.tag.TagVerifier;
import io.github.dbsync.tag.Tagger;
import io.github.dbsync.transfer.Transfer;
import io.github.dbsync.transfer.TransferResult;
import io.github.dbsync.verify.Verifier;
import io.github.dbsync.verify.VerifyMode;
import io.github.dbsync.verify.VerifyResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Moves a whole database between a SQLite file and a PostgreSQL server, in either direction, all or nothing, proves that not
 * one value changed, and then points the application at the other side. Stateless; one instance may serve many syncs, one
 * after the other.
 */
public final class DbSync {

    private final Confirmation confirmation;
    private final Agreement agreement;
    private final Progress progress;
    private final Dialects dialects;

    /**
     * @param confirmation who is shown the plan and asked
     * @param progress who is told how far it is
     * @param servers starts the embedded PostgreSQL where one is needed
     */
    public DbSync(Confirmation confirmation, Progress progress, EmbeddedServers servers) {
        this.confirmation = confirmation;
        this.agreement = new Agreement(confirmation);
        this.progress = progress;
        this.dialects = new Dialects(servers);
    }

    /**
     * Makes the target what the source is. {@code report.json} is written whatever the outcome.
     *
     * @throws DbSyncException where it cannot be done; unless its problem says otherwise, nothing was changed
     */
    public SyncReport sync(SyncRequest request) {
        SyncReport report = reported(request.reportFolder(), draft -> sync(request, draft));
        new LastSyncFile(request.ends().folder()).keep(report);
        return report;
    }

    /**
     * Shows what a sync would do, and stops there: nobody is asked, and neither end is changed. {@code report.json} is
     * written whatever the outcome.
     *
     * @throws DbSyncException where a sync would be refused
     */
    public SyncReport plan(SyncRequest request) {
        return reported(request.reportFolder(), draft -> plan(request, draft));
    }

    /**
     * Points the application at the other end, as a sync does, and moves no rows.
     *
     * @throws DbSyncException where the ends cannot be told, or a file cannot be written; no file is changed then
     */
    public SwitchReport switchApplication(EndsRequest request) {
        FoundEnds found = findEnds(request);
        Endpoint target = dialects.running(found.ends().target());
        SwitchPlan plan = new PrismaMigrations(dialects, target).planSwitch(found.ends());
        FileEdits.apply(request.folder(), plan.edits());
        return new SwitchReport(found.ends().source().describe(), target.describe(), plan, found.findings());
    }

    /**
     * Takes a snapshot of the source, as a script that its own database's shell runs.
     *
     * @throws DbSyncException where it cannot be read or written; there is no snapshot then
     */
    public SnapshotReport snapshot(SnapshotRequest request) {
        FoundEnds found = findEnds(request.ends());
        Archive archive = new Archive(dialects, progress, request.snapshots());
        return archive.take(dialects.running(found.ends().source()), request.verify(), found.findings());
    }

    /**
     * Puts a snapshot back to the side that it was taken of, all or nothing. {@code report.json} is written whatever the
     * outcome.
     *
     * @throws DbSyncException where it cannot be done; unless its problem says otherwise, nothing was changed
     */
    public SyncReport restore(RestoreRequest request) {
        Restore restore = new Restore(agreement, progress, dialects);
        return reported(request.reportFolder(), draft -> restore.run(request, draft));
    }

    /**
     * Looks at both ends and changes nothing.
     *
     * @throws DbSyncException where the ends cannot be told
     */
    public Status status(EndsRequest request) {
        FoundEnds found = findEnds(request);
        return new StatusReader(dialects).read(found, new LastSyncFile(request.folder()).read());
    }

    /**
     * Compares both ends as they are, down to the rows in which they differ, and changes neither.
     *
     * @throws DbSyncException where an end cannot be read
     */
    public Comparison compare(ComparisonRequest request) {
        FoundEnds found = findEnds(request.ends());
        Endpoint from = dialects.running(found.ends().source());
        Endpoint to = dialects.running(found.ends().target());
        try (Source source = dialects.source(from);
                Source target = dialects.source(to)) {
            progress.stage("plan");
            SyncPlan plan = Planner.plan(Survey.of(
                    request.selection(),
                    request.rules(),
                    from,
                    source,
                    to,
                    target,
                    null,
                    found.ends().application()));
            progress.stage("verify");
            return new Comparer(source, target, progress).compare(plan);
        }
    }

    /**
     * Compares the source with what a tag recorded, and changes nothing. The target is not looked at.
     *
     * @param tag the tag's name
     * @throws DbSyncException where there is no such tag, or the source cannot be read
     */
    public TagComparison compareWithTag(ComparisonRequest request, String tag) {
        FoundEnds found = findEnds(request.ends());
        Endpoint from = dialects.running(found.ends().source());
        Endpoint to = found.ends().target();
        try (Source source = dialects.source(from)) {
            SyncPlan plan = Planner.plan(Survey.of(
                    request.selection(),
                    request.rules(),
                    from,
                    source,
                    to,
                    Survey.nothingAt(to),
                    null,
                    found.ends().application()));
            progress.stage("verify");
            return TagVerifier.compare(request.ends().folder(), tag, plan, source, from.describe());
        }
    }

    /**
     * Looks for everything that a sync needs, and for secrets and data that git would publish.
     *
     * @param repairs whether .gitignore is given what it lacks; nothing else is changed
     */
    public Diagnosis doctor(EndsRequest request, boolean repairs) {
        return new Doctor(dialects, request).examine(repairs);
    }

    /**
     * Tags the commit that is checked out with what the last sync of the project proved.
     *
     * @throws DbSyncException where something stands against it; there is no new tag then
     */
    public TagReport tag(TagRequest request) {
        FoundEnds found = findEnds(request.ends());
        Optional<LastSync> lastSync = new LastSyncFile(request.ends().folder()).read();
        return Tagger.tag(request, found.ends(), lastSync);
    }

    /**
     * Gives the database that the application uses the rows of the project's files, all or nothing. Run again, it changes
     * nothing.
     *
     * @throws DbSyncException where it cannot be done; nothing was changed then
     */
    public SeedReport seed(SeedRequest request) {
        return new SeedRun(confirmation, progress, dialects).run(request);
    }

    private static SyncReport reported(Path reportFolder, Consumer<ReportDraft> stages) {
        ReportDraft draft = new ReportDraft();
        ReportFile file = new ReportFile(reportFolder);
        try {
            stages.accept(draft);
        } catch (RuntimeException failure) {
            draft.failed(problemOf(failure));
            file.writeAfter(failure, draft.report());
            throw failure;
        }
        return file.write(draft.report());
    }

    private static Problem problemOf(RuntimeException failure) {
        return failure instanceof DbSyncException known
                ? known.problem()
                : Problem.refusal(
                        ProblemCode.UNEXPECTED,
                        "Something happened that dbsync does not know.",
                        "",
                        failure.getClass().getName(),
                        "Run again with -X and report what it prints to the dbsync project");
    }

    private void sync(SyncRequest request, ReportDraft draft) {
        FoundEnds found = draft.found(findEnds(request.ends()));
        try (Source source = dialects.source(found.ends().source());
                Target target = dialects.target(found.ends().target())) {
            Proposal proposal = draft.proposal(propose(request, found, source, target));
            agreement.show(proposal);
            agreement.confirm(proposal);
            Archive archive = new Archive(dialects, progress, request.snapshots());
            draft.snapshot(
                    archive.takeBeforeOverwriting(dialects.running(found.ends().target()), request.verify()));
            TransferResult transferred = draft.transferred(transfer(proposal.plan(), source, target));
            draft.verified(verify(request.verify(), transferred, target));
            proposal.plan().refresh().forEach(target::execute);
            Interruption.check();
            target.commit();
            draft.committed();
            draft.undo().ifPresent(undo -> archive.synced(undo, transferred));
            draft.switched(switchFiles(request, proposal));
        }
    }

    private void plan(SyncRequest request, ReportDraft draft) {
        FoundEnds found = draft.found(findEnds(request.ends()));
        try (Source source = dialects.source(found.ends().source());
                Target target = dialects.target(found.ends().target())) {
            agreement.show(draft.proposal(propose(request, found, source, target)));
        }
    }

    private FoundEnds findEnds(EndsRequest request) {
        progress.stage("ends");
        return FoundEnds.find(request);
    }

    private Proposal propose(SyncRequest request, FoundEnds found, Source source, Target target) {
        progress.stage("plan");
        Endpoint from = dialects.running(found.ends().source());
        Endpoint to = dialects.running(found.ends().target());
        SyncPlan plan = Planner.plan(Survey.of(
                request.selection(),
                request.rules(),
                from,
                source,
                to,
                target,
                request.schema(),
                found.ends().application()));
        SwitchPlan switching = request.switchFiles() ? planSwitch(request, found.ends(), to, plan) : SwitchPlan.NOTHING;
        boolean embedded = found.ends().target() instanceof EmbeddedPostgres;
        return new Proposal(
                from.describe(),
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
        TransferResult result = new Transfer(source, target, progress).run(plan);
        target.remember(memory(result, plan, target));
        return result;
    }

    private static Memory memory(TransferResult transferred, SyncPlan plan, Target target) {
        Map<QualifiedName, String> digests = transferred.tables().stream()
                .collect(Collectors.toMap(
                        table -> table.plan().source().name(),
                        table -> table.digest().hex()));
        try (Source written = target.written()) {
            return plan.memory(written.catalog(), written.memory(), digests);
        }
    }

    private VerifyResult verify(VerifyMode mode, TransferResult transferred, Target target) {
        progress.stage("verify");
        try (Source written = target.written()) {
            return new Verifier(mode, progress).verify(transferred, written);
        }
    }

    private List<FileEdit> switchFiles(SyncRequest request, Proposal proposal) {
        progress.stage("switch");
        List<FileEdit> edits = proposal.switching().edits();
        FileEdits.apply(request.ends().folder(), edits);
        return edits;
    }
}
