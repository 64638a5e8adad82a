package io.github.dbsync.dialect;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Table;

/** What a database has, whether it is read or written. */
public interface Inventory {

    /** Everything in the database as it is now; an empty catalog where there is no database yet. */
    Catalog catalog();

    /** The number of rows of a table of {@link #catalog()}. */
    long countRows(Table table);
}
