package io.github.dbsync.status;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.feedback.Problem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One end as it was found.
 *
 * @param description the end for people, without secrets
 * @param origin who says where it is: file, line and key, or the parameter, or the rule
 * @param version the database system's version, or null where it was not reached
 * @param rows the number of rows of each table; empty where it was not reached
 * @param obstacle why it was not reached, or null
 */
public record EndStatus(
        String description,
        String origin,
        @Nullable String version,
        Map<QualifiedName, Long> rows,
        @Nullable Problem obstacle) {

    public EndStatus {
        requireNonNull(description, "description");
        requireNonNull(origin, "origin");
        rows = Map.copyOf(rows);
    }

    /** Whether somebody answered there. */
    public boolean isReached() {
        return obstacle == null;
    }
}
