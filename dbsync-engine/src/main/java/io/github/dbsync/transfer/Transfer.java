package io.github.dbsync.transfer;

import io.github.dbsync.dialect.ReadingThreads;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.plan.Step;
import io.github.dbsync.plan.SyncPlan;
import java.util.ArrayList;
import java.util.List;

/** Carries out the steps of a plan, exactly those and in their order. */
public final class Transfer {

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
        try (ReadingThreads reading = new ReadingThreads(1)) {
            return run(plan, reading);
        }
    }

    private TransferResult run(SyncPlan plan, ReadingThreads reading) {
        List<TableTransfer> tables = new ArrayList<>();
        List<Statement> statements = new ArrayList<>();
        for (Step step : plan.steps()) {
            if (step instanceof Step.Execute execute) {
                statements.add(execute.statement());
            } else if (step instanceof Step.CopyRows rows) {
                execute(statements);
                tables.add(new TableCopy(rows.table(), source, target, progress).run(reading));
            }
        }
        execute(statements);
        return new TransferResult(tables);
    }

    /** All that stand together at once. */
    private void execute(List<Statement> statements) {
        target.execute(List.copyOf(statements));
        statements.clear();
    }
}
