package io.github.dbsync.comparison;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Source;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Compares the rows of one table. Both ends are read once, at the same time, into digests of parts. Where parts differ, both are
 * read once more, and the rows of these parts are compared one by one: so it takes twice the time of a digest at most, and memory
 * for the rows of those parts only.
 *
 * @param source the table as the source has it
 * @param target the table as the target has it: its stored columns have the same names and logical types, in the same order
 */
record RowComparison(Table source, Table target) {

    /** Rows that are compared one by one; where more differ, the first of them say enough. */
    private static final long MOST_ROWS = 100_000;

    TableComparison compare(Source sourceEnd, Source targetEnd, BothEnds both, List<String> definition) {
        int[] key = key();
        var digests =
                both.read(() -> PartDigests.of(sourceEnd, source, key), () -> PartDigests.of(targetEnd, target, key));
        BitSet parts = digests.source().differingFrom(digests.target(), MOST_ROWS);
        List<RowDifference> rows = List.of();
        if (!parts.isEmpty()) {
            var keyed = both.read(
                    () -> KeyedRows.of(sourceEnd, source, key, parts),
                    () -> KeyedRows.of(targetEnd, target, key, parts));
            rows = keyed.source().differencesTo(keyed.target());
        }
        return new TableComparison(
                source.name(),
                target.name(),
                definition,
                digests.source().digest(),
                digests.target().digest(),
                rows,
                parts.cardinality() == digests.source().countDiffering(digests.target()));
    }

    /** The places of the key's columns among the stored ones; all where there is no key. */
    private int[] key() {
        List<String> stored = target.storedColumns().stream().map(Column::name).toList();
        return Optional.ofNullable(target.primaryKey())
                .map(Key::columns)
                .filter(stored::containsAll)
                .map(columns -> columns.stream().mapToInt(stored::indexOf).toArray())
                .orElseGet(() -> IntStream.range(0, stored.size()).toArray());
    }
}
