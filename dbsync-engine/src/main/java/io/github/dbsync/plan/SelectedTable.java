package io.github.dbsync.plan;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.dialect.TableCensus;

/**
 * A table that takes part.
 *
 * @param recall what is remembered of it
 * @param census what its rows prove
 * @param sameRows whether its rows are known to be those that it was made with here
 */
public record SelectedTable(Recall recall, TableCensus census, boolean sameRows) {

    public SelectedTable {
        requireNonNull(recall, "recall");
        requireNonNull(census, "census");
    }
}
