package io.github.dbsync.status;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.feedback.Problem;
import io.github.dbsync.report.LastSync;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the data is, and how far both ends agree.
 *
 * @param provider the provider of the application's Prisma schema with its place, or null where there is none
 * @param source the end that a sync would read: as a rule the one that the application uses now
 * @param target the end that a sync would write
 * @param tables every table of either end, by the name that it has at the target
 * @param lastSync the last sync of this project that ended well, if any
 * @param findings what looking for the ends brought up
 */
public record Status(
        @Nullable String provider,
        EndStatus source,
        EndStatus target,
        List<TableStatus> tables,
        Optional<LastSync> lastSync,
        List<Problem> findings) {

    public Status {
        requireNonNull(source, "source");
        requireNonNull(target, "target");
        tables = List.copyOf(tables);
        requireNonNull(lastSync, "lastSync");
        findings = List.copyOf(findings);
    }

    /** The status as some lines of text. */
    public String text() {
        return new StatusText(this).toString();
    }

    /**
     * A table on both sides.
     *
     * @param name its name at the target
     * @param sourceRows its rows at the source, or null where it is not there
     * @param targetRows its rows at the target, or null where it is not there
     */
    public record TableStatus(
            String name,
            @Nullable Long sourceRows,
            @Nullable Long targetRows) {

        /** Whether both sides have it with as many rows. */
        public boolean hasSameCount() {
            return sourceRows != null && sourceRows.equals(targetRows);
        }
    }
}
