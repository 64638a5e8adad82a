package io.github.dbsync.seed;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.rules.ColumnRules;
import java.util.List;

/**
 * What is asked for.
 *
 * @param ends where the databases are; rows go into the source, the side that the application uses now
 * @param files files and folders, relative to the project's folder; the folder {@code seed} where empty
 * @param rules what the user says of columns
 * @param dryRun whether everything is tried and nothing is kept
 */
public record SeedRequest(EndsRequest ends, List<String> files, ColumnRules rules, boolean dryRun) {

    public SeedRequest {
        requireNonNull(ends, "ends");
        files = List.copyOf(files);
        requireNonNull(rules, "rules");
    }
}
