package io.github.dbsync.archive;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.Origin;
import io.github.dbsync.appconfig.SwitchPlan;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.plan.SyncPlan;
import io.github.dbsync.proposal.Proposal;
import io.github.dbsync.proposal.Protection;
import io.github.dbsync.snapshot.Manifest;
import io.github.dbsync.snapshot.Snapshot;
import io.github.dbsync.survey.Dialects;
import io.github.dbsync.survey.FoundEnds;
import java.util.List;
import java.util.Map;

/**
 * A snapshot that is to be put back.
 *
 * @param snapshot the snapshot
 * @param end where it is put, as it was found
 * @param running the same as something to connect to
 * @param origin who says where that is
 */
public record Restoration(Snapshot snapshot, Endpoint end, Endpoint running, Origin origin) {

    public Restoration {
        requireNonNull(snapshot, "snapshot");
        requireNonNull(end, "end");
        requireNonNull(running, "running");
        requireNonNull(origin, "origin");
    }

    /** The snapshot as a source, proven to be what was written. */
    public Source open() {
        return snapshot.open(Dialects.of(running)
                .dump(snapshot.manifest().content().catalog().settings()));
    }

    /** A snapshot on the side whose SQL it is. */
    public static Restoration of(Snapshot snapshot, FoundEnds found, Dialects dialects) {
        String dialect = snapshot.dialect();
        Endpoint end = found.ends().end(dialect);
        return new Restoration(
                snapshot, end, dialects.running(end), found.ends().origin(dialect));
    }

    /** A snapshot in a scratch database, which is running. */
    public static Restoration of(Snapshot snapshot, Endpoint scratch) {
        return new Restoration(snapshot, scratch, scratch, new Origin("there until the snapshot is restored", null));
    }

    /** The snapshot for people. */
    public String snapshotName() {
        return "snapshot " + snapshot.script();
    }

    /** Where the snapshot comes from. */
    public Origin snapshotOrigin() {
        Manifest manifest = snapshot.manifest();
        return new Origin("taken at " + manifest.taken() + " of " + manifest.database(), null);
    }

    /** What would be done. */
    public Proposal propose(Source source, Target target, boolean discards, FoundEnds found, Dialects dialects) {
        SyncPlan plan = Images.plan(source, target, Dialects.of(running), changes(discards, dialects));
        return new Proposal(
                snapshotName(),
                running.describe(),
                snapshotOrigin(),
                origin,
                end instanceof EmbeddedPostgres,
                Protection.of(running, origin).orElse(null),
                plan,
                SwitchPlan.NOTHING,
                found.findings());
    }

    private List<Problem> changes(boolean discards, Dialects dialects) {
        if (Archive.isMissing(running)) {
            return List.of();
        }
        try (Source now = dialects.source(running)) {
            return new Changes(now, snapshot.manifest()).problems(discards);
        }
    }

    /** What the database remembered that the snapshot was taken of; an empty memory where that was nothing. */
    public static Memory memory(Source source) {
        return source.memory()
                .orElseGet(() -> new Memory(
                        source.catalog().dialect(), List.of(), List.of(), List.of(), List.of(), List.of(), Map.of()));
    }
}
