package io.github.dbsync.comparison;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.rules.ColumnRules;

/**
 * What is to be compared.
 *
 * @param ends the project
 * @param selection which tables take part
 * @param rules what the user says of columns
 */
public record ComparisonRequest(EndsRequest ends, Selection selection, ColumnRules rules) {

    public ComparisonRequest {
        requireNonNull(ends, "ends");
        requireNonNull(selection, "selection");
        requireNonNull(rules, "rules");
    }
}
