package io.github.dbsync.verify;

import io.github.dbsync.batch.Digester;
import io.github.dbsync.batch.TableDigest;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.plan.TablePlan;
import io.github.dbsync.transfer.TableTransfer;
import io.github.dbsync.transfer.TransferResult;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads the target back and compares it with what left the source: the source's digests were taken of the very values that
 * its snapshot delivered, the target's are taken of what its database delivers now.
 */
public final class Verifier {

    private final VerifyMode mode;
    private final Progress progress;

    public Verifier(VerifyMode mode, Progress progress) {
        this.mode = mode;
        this.progress = progress;
    }

    /**
     * Compares both ends.
     *
     * @throws DbSyncException with {@code VERIFICATION_FAILED} where a table is not the same
     */
    public VerifyResult verify(TransferResult transferred, Source written) {
        VerifyResult result = compare(transferred, written);
        if (!result.different().isEmpty()) {
            throw new DbSyncException(failure(result));
        }
        return result;
    }

    private VerifyResult compare(TransferResult transferred, Source written) {
        return switch (mode) {
            case NONE -> new VerifyResult(mode, List.of());
            case COUNT ->
                new VerifyResult(
                        mode,
                        transferred.tables().stream()
                                .map(table -> countsOf(table, written))
                                .toList());
            case DIGEST ->
                new VerifyResult(
                        mode,
                        transferred.tables().stream()
                                .map(table -> digestsOf(table, written))
                                .toList());
        };
    }

    private static TableVerdict countsOf(TableTransfer table, Source written) {
        TablePlan plan = table.plan();
        long rows = written.countRows(plan.target());
        return new TableVerdict(
                plan.source().name(), new TableDigest(table.digest().rows(), 0, 0), new TableDigest(rows, 0, 0));
    }

    private TableVerdict digestsOf(TableTransfer table, Source written) {
        TablePlan plan = table.plan();
        return new TableVerdict(plan.source().name(), table.digest(), digest(plan, written));
    }

    private TableDigest digest(TablePlan plan, Source written) {
        String name = plan.source().name().toString();
        Digester digester = new Digester();
        written.read(plan.writable(), batch -> {
            digester.add(batch);
            progress.rows(name, digester.digest().rows(), plan.sourceRows());
        });
        return digester.digest();
    }

    private static Problem failure(VerifyResult result) {
        String tables = result.different().stream()
                .map(table -> table.table() + " (" + table.source().rows() + " rows left, "
                        + table.target().rows() + " arrived)")
                .collect(Collectors.joining(", "));
        return Problem.refusal(
                ProblemCode.VERIFICATION_FAILED,
                "What arrived is not what was there.",
                "table " + tables,
                "Read back, these tables differ in their rows or values; nothing was made visible, the target is as it was.",
                "Please report it with report.json: a trigger, rule or default at the target may have changed rows;"
                        + " -Ddbsync.exclude=<table> leaves a table out");
    }
}
