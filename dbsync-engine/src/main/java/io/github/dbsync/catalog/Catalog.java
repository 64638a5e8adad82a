package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything in a database, as its own dialect sees it.
 *
 * @param dialect the dialect's id, {@code sqlite} or {@code postgresql}
 * @param version the database system's version, for people
 * @param tables the tables, in the order in which the database lists them
 * @param sequences the sequences that no column owns
 * @param others every other object: nothing that the database knows is left out
 * @param settings what the database keeps for itself, such as {@code user_version} (SQLite's kept pragmas)
 */
public record Catalog(
        String dialect,
        String version,
        List<Table> tables,
        List<Sequence> sequences,
        List<OtherObject> others,
        Map<String, String> settings) {

    public Catalog {
        requireNonNull(dialect, "dialect");
        requireNonNull(version, "version");
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        others = List.copyOf(others);
        settings = Map.copyOf(settings);
    }

    public Optional<Table> lookupTable(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
