package io.github.dbsync.report;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.FileEdit;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.plan.SyncPlan;
import io.github.dbsync.snapshot.Snapshot;
import io.github.dbsync.transfer.TransferResult;
import io.github.dbsync.verify.VerifyResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sync did, stage by stage; a stage that was not reached is null or empty.
 *
 * @param started when it began
 * @param time how long it took
 * @param outcome how it ended
 * @param source the source for people, without secrets, or null where it was not found
 * @param target the target for people, without secrets, or null where it was not found
 * @param findings what the user should know
 * @param plan what was to be done
 * @param snapshot what the target was before, or null where nothing was there, or no snapshot was wanted
 * @param transferred what was moved
 * @param verified what was proven
 * @param schemas the fingerprint of the definitions of the tables that were moved, at each end, by its dialect
 * @param switched the application's files that name the target now
 * @param failure why it failed
 */
public record SyncReport(
        Instant started,
        Duration time,
        Outcome outcome,
        @Nullable String source,
        @Nullable String target,
        List<Problem> findings,
        @Nullable SyncPlan plan,
        @Nullable Snapshot snapshot,
        @Nullable TransferResult transferred,
        @Nullable VerifyResult verified,
        Map<String, String> schemas,
        List<FileEdit> switched,
        @Nullable Problem failure) {

    public SyncReport {
        requireNonNull(started, "started");
        requireNonNull(time, "time");
        requireNonNull(outcome, "outcome");
        findings = List.copyOf(findings);
        schemas = Map.copyOf(schemas);
        switched = List.copyOf(switched);
    }

    /** The report as a short table with a line above and below. */
    public String text() {
        return new ReportText(this).toString();
    }
}
