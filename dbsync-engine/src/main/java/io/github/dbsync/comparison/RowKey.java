package io.github.dbsync.comparison;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Carrier;
import io.github.dbsync.catalog.Column;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What tells a row from others: the values of its primary key, or of all columns where its table has none. In the order of its
 * first value where that is a number, else of its text.
 *
 * @param rank the first value where it is a number, else 0
 * @param text the columns with their values, for people
 */
public record RowKey(long rank, String text) implements Comparable<RowKey> {

    private static final Comparator<RowKey> ORDER =
            Comparator.comparingLong(RowKey::rank).thenComparing(RowKey::text);

    public RowKey {
        requireNonNull(text, "text");
    }

    /**
     * The key of one row.
     *
     * @param columns the batch's columns
     * @param key those that are the key, by their places
     */
    static RowKey of(Batch batch, int row, List<Column> columns, int[] key) {
        boolean ranked = key.length > 0
                && columns.get(key[0]).logical().carrier() == Carrier.LONG
                && !batch.column(key[0]).isNull(row);
        String text = IntStream.of(key)
                .mapToObj(column -> columns.get(column).name() + " = "
                        + ValueText.of(
                                batch.column(column), row, columns.get(column).logical()))
                .collect(Collectors.joining(", "));
        return new RowKey(ranked ? batch.longs(key[0]).get(row) : 0, text);
    }

    @Override
    public int compareTo(RowKey other) {
        return ORDER.compare(this, other);
    }
}
