package io.github.dbsync.transfer;

import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.plan.Step;
import io.github.dbsync.plan.SyncPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Carries out the steps of a plan, exactly those and in their order. */
public final class Transfer {

    private static final long READER_LEAVES_WITHIN_SECONDS = 60;

    private final Source source;
    private final Target target;
    private final Progress progress;

    public Transfer(Source source, Target target, Progress progress) {
        this.source = source;
        this.target = target;
        this.progress = progress;
    }

    /**
     * Does everything that the plan says, on a target that has begun; nothing of it is visible before the target commits.
     *
     * @throws io.github.dbsync.feedback.DbSyncException where one of the ends refuses; the target is then to be closed
     */
    public TransferResult run(SyncPlan plan) {
        ExecutorService readingThread = Executors.newSingleThreadExecutor(task -> new Thread(task, "dbsync-reader"));
        try {
            List<TableTransfer> tables = new ArrayList<>();
            for (Step step : plan.steps()) {
                if (step instanceof Step.Execute execute) {
                    target.execute(execute.statement());
                } else if (step instanceof Step.CopyRows rows) {
                    tables.add(new TableCopy(rows.table(), source, target, progress).run(readingThread));
                }
            }
            return new TransferResult(tables);
        } finally {
            leave(readingThread);
        }
    }

    /** The source may be closed only when nobody reads it any more. */
    private static void leave(ExecutorService readingThread) {
        readingThread.shutdownNow();
        try {
            readingThread.awaitTermination(READER_LEAVES_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException again) {
            Thread.currentThread().interrupt();
        }
    }
}
