package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The numbers that a table's rows have beside their values, such as SQLite's rowids.
 *
 * @param key the columns by whose values a row is found again: a key without nulls where there is one, else all of them
 * @param gaps whether they are others than 1 to n
 * @param packed the number of each row, in the way of the table's own dialect
 */
public record RowNumbers(List<String> key, boolean gaps, String packed) {

    public RowNumbers {
        key = List.copyOf(key);
        requireNonNull(packed, "packed");
    }
}
