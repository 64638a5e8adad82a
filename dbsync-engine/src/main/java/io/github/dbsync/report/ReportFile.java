package io.github.dbsync.report;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.OutOfMemory;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Writes {@code report.json}, whose form is documented in {@code docs/report.md}. */
public final class ReportFile {

    private final Path folder;

    public ReportFile(Path folder) {
        this.folder = folder;
    }

    /**
     * Runs the stages of a sync and writes their report, whatever the outcome.
     *
     * @param stages notes what each stage gives in the draft
     */
    public SyncReport around(Consumer<ReportDraft> stages) {
        ReportDraft draft = new ReportDraft();
        try {
            stages.accept(draft);
        } catch (OutOfMemoryError exhausted) {
            throw failed(OutOfMemory.exception(exhausted), draft);
        } catch (RuntimeException failure) {
            throw failed(failure, draft);
        }
        return write(draft.report());
    }

    private RuntimeException failed(RuntimeException failure, ReportDraft draft) {
        draft.failed(problemOf(failure));
        writeAfter(failure, draft.report());
        return failure;
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

    /** Writes the report of a sync that ended well, and returns it. */
    private SyncReport write(SyncReport report) {
        try {
            Files.createDirectories(folder);
            ReportJson.write(report, folder.resolve("report.json"));
            return report;
        } catch (IOException failed) {
            throw new DbSyncException(notWritable(report), failed);
        }
    }

    /** Writes the report of a failed sync; where that fails too, the sync's own failure stays the one that counts. */
    private void writeAfter(RuntimeException failure, SyncReport report) {
        try {
            write(report);
        } catch (DbSyncException second) {
            failure.addSuppressed(second);
        }
    }

    private Problem notWritable(SyncReport report) {
        return Problem.refusal(
                ProblemCode.FILE_NOT_WRITABLE,
                "The report could not be written.",
                folder.resolve("report.json").toString(),
                report.outcome() == Outcome.SYNCED
                        ? "The folder is not writable or the disk is full; the sync itself is complete."
                        : "The folder is not writable or the disk is full; nothing else was changed.",
                "Name another folder with -Ddbsync.report=<folder>");
    }
}
