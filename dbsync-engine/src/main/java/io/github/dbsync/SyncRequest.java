package io.github.dbsync;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.archive.SnapshotOptions;
import io.github.dbsync.plan.SchemaMode;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.rules.ColumnRules;
import io.github.dbsync.verify.VerifyMode;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the user asks for.
 *
 * @param ends where the data is and where it is to go, as far as the user said so
 * @param selection which tables take part
 * @param rules what the user says of columns
 * @param schema whose the target's schema is, or null where that is to be found out
 * @param verify how much is proven before anything becomes visible
 * @param switchFiles whether the application's files are made to name the other side afterwards
 * @param snapshots how snapshots are kept: one is taken of what is overwritten
 * @param reportFolder where {@code report.json} goes
 * @param dependencies what the application's build depends on, each as {@code groupId:artifactId}, or null where no build
 *     is known
 */
public record SyncRequest(
        EndsRequest ends,
        Selection selection,
        ColumnRules rules,
        @Nullable SchemaMode schema,
        VerifyMode verify,
        boolean switchFiles,
        SnapshotOptions snapshots,
        Path reportFolder,
        @Nullable Set<String> dependencies) {

    public SyncRequest {
        requireNonNull(ends, "ends");
        requireNonNull(selection, "selection");
        requireNonNull(rules, "rules");
        requireNonNull(verify, "verify");
        requireNonNull(snapshots, "snapshots");
        requireNonNull(reportFolder, "reportFolder");
        dependencies = dependencies == null ? null : Set.copyOf(dependencies);
    }

    /** A request for an application whose build is not known, a schema whose owner is to be found out, and the usual snapshots. */
    public SyncRequest(
            EndsRequest ends,
            Selection selection,
            ColumnRules rules,
            VerifyMode verify,
            boolean switchFiles,
            Path reportFolder) {
        this(ends, selection, rules, null, verify, switchFiles, SnapshotOptions.of(ends.folder()), reportFolder, null);
    }
}
