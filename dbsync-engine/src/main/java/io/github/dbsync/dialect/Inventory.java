package io.github.dbsync.dialect;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.InstantForm;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import java.util.Optional;

/** What a database has, whether it is read or written. */
public interface Inventory {

    /** Everything in the database as it is now; an empty catalog where there is no database yet. */
    Catalog catalog();

    /** The number of rows of a table of {@link #catalog()}. */
    long countRows(Table table);

    /**
     * How most rows of a column that keeps instants have them now; empty where there is no such column or no row, and where the
     * database keeps them in one way only.
     */
    default Optional<InstantForm> instantForm(QualifiedName table, String column) {
        return Optional.empty();
    }
}
