package io.github.dbsync;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.appconfig.FileEdits;
import io.github.dbsync.appconfig.SwitchPlan;
import io.github.dbsync.archive.SnapshotReport;
import io.github.dbsync.check.CheckReport;
import io.github.dbsync.check.CheckRequest;
import io.github.dbsync.comparison.Comparison;
import io.github.dbsync.comparison.ComparisonRequest;
import io.github.dbsync.doctor.Diagnosis;
import io.github.dbsync.doctor.Doctor;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.report.LastSync;
import io.github.dbsync.report.LastSyncFile;
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
import io.github.dbsync.tag.TagComparison;
import io.github.dbsync.tag.TagReport;
import io.github.dbsync.tag.TagRequest;
import io.github.dbsync.tag.Tagger;
import java.util.Optional;

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
        SyncReport report =
                new ReportFile(request.reportFolder()).around(draft -> syncRun().sync(request, draft));
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
        return new ReportFile(request.reportFolder()).around(draft -> syncRun().plan(request, draft));
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
     * Takes a snapshot of the source, as a script that its own database's shell runs, or the other's.
     *
     * @throws DbSyncException where it cannot be read or written; there is no snapshot then
     */
    public SnapshotReport snapshot(SnapshotRequest request) {
        return new SnapshotRun(progress, dialects).run(request);
    }

    /**
     * Puts a snapshot back to the side whose SQL it is, or to the other, all or nothing. {@code report.json} is written
     * whatever the outcome.
     *
     * @throws DbSyncException where it cannot be done; unless its problem says otherwise, nothing was changed
     */
    public SyncReport restore(RestoreRequest request) {
        RestoreRun restore = new RestoreRun(agreement, progress, dialects);
        return new ReportFile(request.reportFolder()).around(draft -> restore.run(request, draft));
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
        return new ComparisonRun(progress, dialects).compare(request);
    }

    /**
     * Compares the source with what a tag recorded, and changes nothing. The target is not looked at.
     *
     * @param tag the tag's name
     * @throws DbSyncException where there is no such tag, or the source cannot be read
     */
    public TagComparison compareWithTag(ComparisonRequest request, String tag) {
        return new ComparisonRun(progress, dialects).compareWithTag(request, tag);
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

    /**
     * Checks that schema, migrations, rules, seed and databases agree, and changes nothing but {@code check.md}. What fails is in
     * the report, and no failure.
     *
     * @throws DbSyncException where the report cannot be written
     */
    public CheckReport check(CheckRequest request) {
        return new CheckRun(progress, dialects).run(request);
    }

    private SyncRun syncRun() {
        return new SyncRun(agreement, progress, dialects);
    }

    private FoundEnds findEnds(EndsRequest request) {
        progress.stage("ends");
        return FoundEnds.find(request);
    }
}
