package io.github.dbsync.dialect;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.rules.ColumnRules;
import java.util.Optional;

/**
 * A database being read, in one snapshot, never changed. Used by one thread at a time. Every method throws {@link
 * io.github.dbsync.feedback.DbSyncException} where the database refuses.
 */
public interface Source extends AutoCloseable {

    /** Everything in the database. Logical types are those that the declared types promise. */
    Catalog catalog();

    /**
     * What an earlier sync into this database left with it.
     *
     * @throws io.github.dbsync.feedback.DbSyncException with {@code MEMORY_NOT_TRUSTED} where it is damaged
     */
    Optional<Memory> memory();

    /**
     * Counts a table's rows and proves that its values fit.
     *
     * @param table a table of the catalog, perhaps with other logical types than declared
     * @param exact whether its logical types must hold as they are (a value that does not fit refuses), or may become weaker
     *     ones that hold
     * @param rules what the user says of columns whose values do not say it themselves
     */
    TableCensus census(Table table, boolean exact, ColumnRules rules);

    /** The number of rows of a table. */
    long countRows(Table table);

    /** The rows of a table, its stored columns in their order, in the carriers of the table's logical types. */
    RowReader read(Table table);

    @Override
    void close();
}
