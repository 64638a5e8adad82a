package io.github.dbsync.comparison;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.batch.Digester;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.comparison.RowDifference.Kind;
import io.github.dbsync.dialect.Source;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of some parts of a table, by the hashes of their keys; of each only the hash is kept, and its key for people. */
final class KeyedRows {

    private final Map<Hash, Rows> rows = new HashMap<>();
    private final Digester digester = new Digester();
    private final BitSet parts;
    private final List<Column> columns;
    private final int[] all;
    private final int[] key;

    private record Hash(long low, long high) {

        private static Hash of(long[] hash) {
            return new Hash(hash[0], hash[1]);
        }
    }

    /** Those of one key: several only where the table has none. */
    private record Rows(RowKey key, List<Hash> hashes) {}

    private KeyedRows(Table table, int[] key, BitSet parts) {
        this.columns = table.storedColumns();
        this.all = IntStream.range(0, columns.size()).toArray();
        this.key = key;
        this.parts = parts;
    }

    /**
     * Reads a table once more, and keeps what is of these parts.
     *
     * @param key the places of the key's columns among the stored ones
     */
    static KeyedRows of(Source end, Table table, int[] key, BitSet parts) {
        KeyedRows keyed = new KeyedRows(table, key, parts);
        end.read(table, keyed::add);
        return keyed;
    }

    private void add(Batch batch) {
        for (int row = 0; row < batch.rows(); row++) {
            long[] hash = digester.hash(batch, row, key);
            if (parts.get(PartDigests.part(hash))) {
                add(batch, row, Hash.of(hash));
            }
        }
    }

    private void add(Batch batch, int row, Hash keyHash) {
        rows.computeIfAbsent(keyHash, hash -> new Rows(RowKey.of(batch, row, columns, key), new ArrayList<>()))
                .hashes()
                .add(Hash.of(digester.hash(batch, row, all)));
    }

    /** What is not the same at the target, in the order of the keys. */
    List<RowDifference> differencesTo(KeyedRows target) {
        Stream<RowDifference> here = rows.entrySet().stream()
                .flatMap(entry -> differences(entry.getValue(), target.rows.get(entry.getKey())));
        Stream<RowDifference> onlyThere = target.rows.entrySet().stream()
                .filter(entry -> !rows.containsKey(entry.getKey()))
                .flatMap(entry -> entry.getValue().hashes().stream()
                        .map(hash ->
                                new RowDifference(Kind.ADDED, entry.getValue().key())));
        return Stream.concat(here, onlyThere)
                .sorted(Comparator.comparing(RowDifference::key))
                .toList();
    }

    private static Stream<RowDifference> differences(Rows here, @Nullable Rows there) {
        List<Hash> missing = new ArrayList<>(here.hashes());
        List<Hash> added = new ArrayList<>();
        if (there != null) {
            there.hashes().stream().filter(hash -> !missing.remove(hash)).forEach(added::add);
        }
        int changed = Math.min(missing.size(), added.size());
        return Stream.of(
                        repeated(Kind.CHANGED, here.key(), changed),
                        repeated(Kind.MISSING, here.key(), missing.size() - changed),
                        repeated(Kind.ADDED, here.key(), added.size() - changed))
                .flatMap(differences -> differences);
    }

    private static Stream<RowDifference> repeated(Kind kind, RowKey key, int times) {
        return Stream.generate(() -> new RowDifference(kind, key)).limit(times);
    }
}
