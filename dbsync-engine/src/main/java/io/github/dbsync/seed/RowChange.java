package io.github.dbsync.seed;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of a row of a file.
 *
 * @param kind whether it is new, gets other values, or is there already
 * @param row the row
 * @param values what is written: all that is known of a new row; key and other values of one that changes
 * @param key the columns that find a row that changes; empty for others
 * @param after the row as it will be, as far as that is known
 */
record RowChange(
        Kind kind, TypedRow row, Map<String, CarriedValue> values, List<String> key, Map<String, CarriedValue> after) {

    RowChange {
        requireNonNull(kind, "kind");
        requireNonNull(row, "row");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        key = List.copyOf(key);
        after = Map.copyOf(after);
    }

    /** Whether it can be written by the same statement as another. */
    boolean isLike(RowChange other) {
        return kind == other.kind
                && key.equals(other.key)
                && row.table().name().equals(other.row.table().name())
                && values.keySet().equals(other.values.keySet());
    }

    /** The kinds of changes. */
    enum Kind {
        ADDED,
        CHANGED,
        SAME
    }
}
