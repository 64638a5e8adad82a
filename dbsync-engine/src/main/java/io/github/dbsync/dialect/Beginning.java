package io.github.dbsync.dialect;

import io.github.dbsync.catalog.Table;
import java.util.List;
import java.util.Map;

/**
 * What a target has when a sync begins to write it.
 *
 * @param settings the database's own settings to be taken over, from {@link io.github.dbsync.catalog.Catalog#settings()} of
 *     the same dialect; empty where none are known
 * @param whole whether it has everything that is there now
 * @param carried where it does not, and a sync replaces the whole database: the tables that it has nevertheless, with their
 *     rows
 */
public record Beginning(Map<String, String> settings, boolean whole, List<Table> carried) {

    public Beginning {
        settings = Map.copyOf(settings);
        carried = List.copyOf(carried);
    }

    /** A target that a sync makes anew, as far as it replaces it. */
    public static Beginning anew(Map<String, String> settings) {
        return new Beginning(settings, false, List.of());
    }
}
