package io.github.dbsync.transfer;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.batch.TableDigest;
import io.github.dbsync.plan.TablePlan;
import java.time.Duration;

/**
 * What was moved of one table.
 *
 * @param plan the table's plan
 * @param digest the digest of the rows as they left the source
 * @param bytes how much they were, in the carriers they travelled in
 * @param time how long it took, to SQLite with its indexes, to PostgreSQL without keys and indexes
 */
public record TableTransfer(TablePlan plan, TableDigest digest, long bytes, Duration time) {

    public TableTransfer {
        requireNonNull(plan, "plan");
        requireNonNull(digest, "digest");
        requireNonNull(time, "time");
    }
}
