package io.github.dbsync;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.archive.SnapshotOptions;
import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.prisma.Provider;
import io.github.dbsync.rules.ColumnRules;
import io.github.dbsync.verify.VerifyMode;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks for who wants a snapshot.
 *
 * @param ends where the database is: the source of a sync
 * @param dialect whose SQL the snapshot is written in, or null for the database's own
 * @param rules what the user says of columns, for where it is written in the other side's
 * @param verify how much is proven before there is a snapshot
 * @param snapshots how snapshots are kept
 * @param reportFolder where the server is kept whose database is the other side's for as long as that is needed
 */
public record SnapshotRequest(
        EndsRequest ends,
        @Nullable Provider dialect,
        ColumnRules rules,
        VerifyMode verify,
        SnapshotOptions snapshots,
        Path reportFolder) {

    public SnapshotRequest {
        requireNonNull(ends, "ends");
        requireNonNull(rules, "rules");
        requireNonNull(verify, "verify");
        requireNonNull(snapshots, "snapshots");
        requireNonNull(reportFolder, "reportFolder");
    }

    /** Whether the snapshot of a database is to be written in the other side's SQL. */
    boolean translates(Endpoint end) {
        return dialect != null && !dialect.word().equals(end.dialect());
    }

    EmbeddedPostgres scratchServer() {
        return EmbeddedPostgres.ofScratch(reportFolder);
    }

    /** The sync that makes a scratch database what the source is. */
    SyncRequest translation() {
        return new SyncRequest(
                ends, Selection.ALL, rules, null, verify, false, snapshots.withoutUndo(), reportFolder, null);
    }
}
