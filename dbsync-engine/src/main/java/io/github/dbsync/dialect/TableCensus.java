package io.github.dbsync.dialect;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import java.util.List;

/**
 * What the rows of a table prove.
 *
 * @param table the table with logical types (and keys) that every row fits
 * @param rows the number of rows
 * @param findings values that do not fit, orphans, types that became weaker: each with table, column, row and count
 */
public record TableCensus(Table table, long rows, List<Problem> findings) {

    public TableCensus {
        requireNonNull(table, "table");
        findings = List.copyOf(findings);
    }
}
