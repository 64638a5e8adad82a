package io.github.dbsync.dialect;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.Table;
import java.util.List;

/**
 * A table said in another dialect.
 *
 * @param table the table to make
 * @param ledger one entry for each part that is not said with the same meaning
 */
public record Translation(Table table, List<LedgerEntry> ledger) {

    public Translation {
        requireNonNull(table, "table");
        ledger = List.copyOf(ledger);
    }
}
