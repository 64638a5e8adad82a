package io.github.dbsync.archive;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.TextTable;
import io.github.dbsync.snapshot.DumpedTable;
import io.github.dbsync.snapshot.Snapshot;
import java.util.List;
import java.util.Locale;

/**
 * A snapshot that somebody asked for.
 *
 * @param snapshot the snapshot
 * @param findings what is not in it, and what finding the database brought up
 */
public record SnapshotReport(Snapshot snapshot, List<Problem> findings) {

    private static final double BYTES_PER_MEGABYTE = 1e6;

    public SnapshotReport {
        requireNonNull(snapshot, "snapshot");
        findings = List.copyOf(findings);
    }

    /** The report as a short table, and how the snapshot is put back. */
    public String text() {
        TextTable table = new TextTable("table", "rows", "digest");
        for (DumpedTable dumped : snapshot.manifest().tables()) {
            table.add(dumped.table(), dumped.rows(), dumped.digest().substring(0, 8));
        }
        StringBuilder text = new StringBuilder();
        findings.forEach(finding -> text.append(finding.text()).append("\n\n"));
        return text.append(table)
                .append(String.format(
                        Locale.ROOT,
                        "%nSnapshot of %s, %.1f MB: %s%n%s",
                        snapshot.manifest().database(),
                        snapshot.manifest().bytes() / BYTES_PER_MEGABYTE,
                        snapshot.script(),
                        snapshot.restoreCommand()))
                .toString();
    }
}
