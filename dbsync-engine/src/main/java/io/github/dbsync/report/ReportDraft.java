package io.github.dbsync.report;

import io.github.dbsync.appconfig.FileEdit;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.plan.SyncPlan;
import io.github.dbsync.proposal.Proposal;
import io.github.dbsync.snapshot.Snapshot;
import io.github.dbsync.survey.FoundEnds;
import io.github.dbsync.transfer.TransferResult;
import io.github.dbsync.verify.VerifyResult;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A report in the making: it notes the value of each stage and hands it on. */
public final class ReportDraft {

    private final Instant started = Instant.now();
    private final long startedNanos = System.nanoTime();
    private Outcome outcome = Outcome.FAILED;
    private @Nullable String source;
    private @Nullable String target;
    private List<Problem> findings = List.of();
    private @Nullable SyncPlan plan;
    private @Nullable Snapshot snapshot;
    private @Nullable TransferResult transferred;
    private @Nullable VerifyResult verified;
    private Map<String, String> schemas = Map.of();
    private List<FileEdit> switched = List.of();
    private @Nullable Problem failure;

    public FoundEnds found(FoundEnds found) {
        source = found.ends().source().describe();
        target = found.ends().target().describe();
        findings = found.findings();
        return found;
    }

    public Proposal proposal(Proposal proposal) {
        source = proposal.source();
        target = proposal.target();
        plan = proposal.plan();
        findings = proposal.findings();
        outcome = Outcome.PLANNED;
        return proposal;
    }

    /** Notes the snapshot of what will be overwritten, where one was taken. */
    public void snapshot(Optional<Snapshot> taken) {
        snapshot = taken.orElse(null);
    }

    /** The snapshot of what was overwritten, where one was taken. */
    public Optional<Snapshot> undo() {
        return Optional.ofNullable(snapshot);
    }

    public TransferResult transferred(TransferResult result) {
        transferred = result;
        return result;
    }

    public void verified(VerifyResult result) {
        verified = result;
    }

    /** Notes the fingerprint of the definitions of the tables that were moved, at each end, by its dialect. */
    public void schemas(Map<String, String> fingerprints) {
        schemas = fingerprints;
    }

    public void committed() {
        outcome = Outcome.SYNCED;
    }

    public void switched(List<FileEdit> edits) {
        switched = edits;
    }

    public void failed(Problem problem) {
        failure = problem;
        outcome = outcome == Outcome.SYNCED ? Outcome.SYNCED : Outcome.FAILED;
    }

    public SyncReport report() {
        Duration time = Duration.ofNanos(System.nanoTime() - startedNanos);
        return new SyncReport(
                started,
                time,
                outcome,
                source,
                target,
                findings,
                plan,
                snapshot,
                transferred,
                verified,
                schemas,
                switched,
                failure);
    }
}
