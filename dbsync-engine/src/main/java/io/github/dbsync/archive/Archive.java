package io.github.dbsync.archive;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.Interruption;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.plan.SyncPlan;
import io.github.dbsync.snapshot.LeftTable;
import io.github.dbsync.snapshot.Manifest.Content;
import io.github.dbsync.snapshot.Snapshot;
import io.github.dbsync.snapshot.SnapshotDraft;
import io.github.dbsync.snapshot.SnapshotFolder;
import io.github.dbsync.snapshot.SnapshotTarget;
import io.github.dbsync.survey.Dialects;
import io.github.dbsync.transfer.Transfer;
import io.github.dbsync.transfer.TransferResult;
import io.github.dbsync.verify.Verifier;
import io.github.dbsync.verify.VerifyMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The snapshots of a project. */
public final class Archive {

    private final Dialects dialects;
    private final Progress progress;
    private final SnapshotOptions options;
    private final SnapshotFolder folder;

    public Archive(Dialects dialects, Progress progress, SnapshotOptions options) {
        this.dialects = dialects;
        this.progress = progress;
        this.options = options;
        this.folder = new SnapshotFolder(options.folder());
    }

    /**
     * The snapshot of a name.
     *
     * @param name {@code latest}, or a file
     * @throws io.github.dbsync.feedback.DbSyncException where there is none, or its manifest cannot be trusted
     */
    public Snapshot find(String name) {
        return Snapshot.of(folder.find(name));
    }

    /**
     * Takes a snapshot of an end: the very pipeline of a sync, with a file as its target.
     *
     * @param end what is read, which is running
     * @param database what it is a snapshot of: the same, or what it was translated from
     * @param findings what is known besides
     * @throws io.github.dbsync.feedback.DbSyncException where it cannot be read or written; no snapshot is left then
     */
    public SnapshotReport take(Endpoint end, Endpoint database, VerifyMode mode, List<Problem> findings) {
        try (Source source = dialects.source(end)) {
            SyncPlan plan = Images.plan(source.image(), Dialects.of(end));
            Snapshot taken = take(database, source, plan, mode, false);
            return new SnapshotReport(
                    taken,
                    Stream.concat(findings.stream(), plan.findings().stream()).toList());
        }
    }

    /**
     * Takes a snapshot of what is about to be overwritten, where that is wanted and anything is there.
     *
     * @param end the end, which is running
     */
    public Optional<Snapshot> takeBeforeOverwriting(Endpoint end, VerifyMode mode) {
        if (!options.beforeOverwriting() || isMissing(end)) {
            return Optional.empty();
        }
        try (Source source = dialects.source(end)) {
            return isEmpty(source.catalog())
                    ? Optional.empty()
                    : Optional.of(take(end, source, Images.plan(source.image(), Dialects.of(end)), mode, true));
        }
    }

    /** Whether there is no database yet. */
    static boolean isMissing(Endpoint end) {
        return end instanceof SqliteFile file && Files.notExists(file.path());
    }

    private static boolean isEmpty(Catalog catalog) {
        return catalog.tables().isEmpty()
                && catalog.sequences().isEmpty()
                && catalog.others().isEmpty();
    }

    private Snapshot take(Endpoint database, Source source, SyncPlan plan, VerifyMode mode, boolean undo) {
        progress.stage("snapshot");
        Source image = source.image();
        Content content = new Content(image.catalog(), image.memory().orElse(null));
        Instant now = Instant.now();
        String dialect = image.catalog().dialect();
        Path script = folder.name(now, name(database), dialect, undo, options.compressed());
        SnapshotDraft draft = new SnapshotDraft(
                script, now, database.describe(), source.catalog().version(), content);
        try (Target target = SnapshotTarget.open(
                draft, Dialects.of(dialect).dump(content.catalog().settings()))) {
            write(plan, image, target, mode);
        }
        return Snapshot.of(script);
    }

    private void write(SyncPlan plan, Source image, Target target, VerifyMode mode) {
        target.begin(plan.beginning());
        TransferResult written = new Transfer(image, target, progress).run(plan);
        image.memory().ifPresent(target::remember);
        try (Source read = target.written()) {
            new Verifier(mode, progress).verify(written, read);
        }
        Interruption.check();
        target.commit();
    }

    /** Notes what a sync left that had taken a snapshot before, and removes the oldest of those. */
    public void synced(Snapshot undo, TransferResult transferred) {
        undo.left(transferred.tables().stream()
                .map(table -> new LeftTable(
                        table.plan().writable(),
                        table.digest().rows(),
                        table.digest().hex()))
                .toList());
        folder.keepUndo(options.keep());
    }

    private static String name(Endpoint end) {
        return end instanceof PostgresDatabase database
                ? database.database()
                : String.valueOf(((SqliteFile) end).path().getFileName());
    }
}
