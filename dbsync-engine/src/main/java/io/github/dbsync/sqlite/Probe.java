package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.ColumnType;

/** A mapping that finds out, while it reads a whole column, how that column keeps its values. */
interface Probe extends ColumnMapping {

    /** The type with the form that was found. */
    ColumnType typeOf(ColumnType tried);

    /**
     * Takes in what a probe that was made like this one found in later rows.
     *
     * @return false where it would have found something else after the rows of this one, so that those rows have to be read anew
     */
    boolean takeIn(Probe later);

    /** How many values will be others in SQLite after the way back, though they mean the same. */
    default long notReversible() {
        return 0;
    }
}
