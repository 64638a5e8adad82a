package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.batch.Digester;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.RowNumbers;
import io.github.dbsync.catalog.Table;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Gives rows their old rowids back, whatever their order. Rows that are new get numbers above all old ones, as SQLite itself
 * would number them. Of rows that are alike, each gets one of their numbers.
 */
final class RememberedRowids {

    private final Map<Long, Queue<Long>> rowids = new HashMap<>();
    private final Digester digester = new Digester();
    private final int[] key;
    private long greatest = Long.MIN_VALUE;

    RememberedRowids(Table table, RowNumbers numbers) {
        List<String> stored = table.storedColumns().stream().map(Column::name).toList();
        this.key = numbers.key().stream().mapToInt(stored::indexOf).toArray();
        for (RowidPacking.Entry entry : RowidPacking.unpack(numbers.packed())) {
            rowids.computeIfAbsent(entry.hash(), hash -> new ArrayDeque<>()).add(entry.rowid());
            greatest = Math.max(greatest, entry.rowid());
        }
    }

    /** The rowid of a row, or null where SQLite is to choose one, since the greatest possible is taken. */
    @Nullable
    Long of(Batch batch, int row) {
        Queue<Long> known = rowids.get(digester.hash(batch, row, key)[0]);
        Long old = known == null ? null : known.poll();
        return old == null ? above() : old;
    }

    private @Nullable Long above() {
        if (greatest == Long.MAX_VALUE) {
            return null;
        }
        greatest++;
        return greatest;
    }
}
