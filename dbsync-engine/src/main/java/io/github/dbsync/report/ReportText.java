package io.github.dbsync.report;

import io.github.dbsync.feedback.TextTable;
import io.github.dbsync.plan.SyncPlan;
import io.github.dbsync.transfer.TableTransfer;
import io.github.dbsync.transfer.TransferResult;
import io.github.dbsync.verify.VerifyMode;
import io.github.dbsync.verify.VerifyResult;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says a report in a short table. */
final class ReportText {

    private static final double BYTES_PER_MEGABYTE = 1e6;

    private final SyncReport report;

    ReportText(SyncReport report) {
        this.report = report;
    }

    @Override
    public String toString() {
        return switch (report.outcome()) {
            case SYNCED -> synced(report.plan(), report.transferred());
            case PLANNED -> "The plan was made; nothing was changed.";
            case FAILED -> "Nothing was changed.";
        };
    }

    private String synced(@Nullable SyncPlan plan, @Nullable TransferResult transferred) {
        if (plan == null || transferred == null) {
            throw new IllegalStateException("A sync has a plan and a result");
        }
        StringBuilder text = new StringBuilder()
                .append(tables(transferred))
                .append(String.format(
                        Locale.ROOT,
                        "%n%d tables, %d rows in %.1f s; %s",
                        plan.tables().size(),
                        plan.rows(),
                        seconds(report.time()),
                        proof(report.verified())));
        report.switched().forEach(edit -> text.append(String.format("%nto the other side: %s", edit.done())));
        if (report.snapshot() != null) {
            text.append(String.format(
                    "%nwhat was there before is in %s%nto undo it: %s",
                    report.snapshot().script(), report.snapshot().restoreCommand()));
        }
        return text.toString();
    }

    private static TextTable tables(TransferResult transferred) {
        TextTable table = new TextTable("table", "rows", "MB", "seconds", "digest");
        for (TableTransfer moved : transferred.tables()) {
            table.add(
                    moved.plan().source().name(),
                    moved.digest().rows(),
                    String.format(Locale.ROOT, "%.1f", moved.bytes() / BYTES_PER_MEGABYTE),
                    String.format(Locale.ROOT, "%.2f", seconds(moved.time())),
                    moved.digest().hex().substring(0, 8));
        }
        return table;
    }

    private static String proof(@Nullable VerifyResult verified) {
        VerifyMode mode = verified == null ? VerifyMode.NONE : verified.mode();
        return switch (mode) {
            case DIGEST -> "every value proven equal";
            case COUNT -> "row counts proven equal";
            case NONE -> "not verified (dbsync.verify=none)";
        };
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
