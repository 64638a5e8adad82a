package io.github.dbsync.dialect;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Interruption;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.rules.ColumnRules;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A database being read, in one snapshot, never changed. Used by one thread at a time. Every method throws {@link
 * io.github.dbsync.feedback.DbSyncException} where the database refuses.
 */
public interface Source extends Inventory, AutoCloseable {

    /** {@inheritDoc} Logical types are those that the declared types promise. */
    @Override
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

    /** The rows of a table, its stored columns in their order, in the carriers of the table's logical types. */
    RowReader read(Table table);

    /**
     * Shows all rows of a table, as {@link #read(Table)} delivers them.
     *
     * @param reader is shown one batch after the other, each good until the next
     */
    default void read(Table table, Consumer<Batch> reader) {
        Batch batch = Batch.of(table);
        try (RowReader rows = read(table)) {
            while (rows.next(batch)) {
                Interruption.check();
                reader.accept(batch);
            }
        }
    }

    /**
     * This database as one that is copied exactly to where its own dialect is spoken: its catalog in an order that is the
     * same for the same content, each table's rows as they are kept, whatever they hold, and in an order that their values
     * give. It sees the same as this source and is closed with it.
     */
    Source image();

    @Override
    void close();
}
