package io.github.dbsync.dialect;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.Sequence;
import io.github.dbsync.catalog.Table;
import java.util.Map;

/**
 * A table of the target that stays as it is and gets other rows.
 *
 * @param table the table as it is there
 * @param counters for columns that number rows by themselves, by name: a sequence in the state that the column's own is to
 *     have. A column that is missing here goes on after its greatest number
 */
public record RefilledTable(Table table, Map<String, Sequence> counters) {

    public RefilledTable {
        requireNonNull(table, "table");
        counters = Map.copyOf(counters);
    }
}
