package io.github.dbsync.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A primary key or a unique constraint.
 *
 * @param name its name, or null where it has none
 * @param columns its columns, in the key's own order
 * @param definition the constraint as its own database prints it, or null where name and columns say it all
 */
public record Key(
        @Nullable String name,
        List<String> columns,
        @Nullable String definition) {

    public Key {
        columns = List.copyOf(columns);
    }
}
