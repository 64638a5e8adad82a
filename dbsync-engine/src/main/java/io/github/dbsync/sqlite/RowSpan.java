package io.github.dbsync.sqlite;

import java.util.Optional;

/**
 * Some rows of a table that follow each other.
 *
 * @param rows how many there are
 * @param rowids from which rowid to which they go; empty where there are no rows, or where that is not known
 */
record RowSpan(long rows, Optional<IntegerRange> rowids) {

    /** Whether the rows of another span come later in the order of rowids, as far as is known. */
    boolean isBefore(RowSpan other) {
        return rowids.isEmpty()
                || other.rowids.isEmpty()
                || rowids.get().greatest() < other.rowids.get().least();
    }

    /** These rows and those of another span. */
    RowSpan with(RowSpan other) {
        Optional<IntegerRange> both =
                rowids.map(range -> other.rowids.map(range::with).orElse(range)).or(other::rowids);
        return new RowSpan(rows + other.rows, both);
    }

    /** The rowids, where none between the least and the greatest is missing. */
    Optional<IntegerRange> gapless() {
        return rowids.filter(range -> range.isFilledBy(rows));
    }
}
