package io.github.dbsync.seed;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in a file.
 *
 * @param table its table as the file names it
 * @param label the name by which other rows refer to it, or null
 * @param values its values by column, in the file's order
 * @param where file and line
 */
record SeedRow(String table, @Nullable String label, Map<String, SeedValue> values, String where) {

    SeedRow {
        requireNonNull(table, "table");
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        requireNonNull(where, "where");
    }
}
