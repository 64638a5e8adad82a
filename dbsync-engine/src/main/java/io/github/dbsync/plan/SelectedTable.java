package io.github.dbsync.plan;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.dialect.TableCensus;

/**
 * A table that takes part.
 *
 * @param recall what is remembered of it
 * @param census what its rows prove
 */
public record SelectedTable(Recall recall, TableCensus census) {

    public SelectedTable {
        requireNonNull(recall, "recall");
        requireNonNull(census, "census");
    }
}
