package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything in a database, as its own dialect sees it.
 *
 * @param dialect the dialect's id, {@code sqlite} or {@code postgresql}
 * @param version the database system's version, for people
 * @param tables the tables, in the order in which the database lists them
 * @param auxiliaries the tables whose rows mean nothing without another object or system, such as the index of a virtual table
 * @param sequences the sequences that no column owns
 * @param others every other object: nothing that the database knows is left out
 * @param settings what the database keeps for itself, such as {@code user_version} (SQLite's kept pragmas)
 * @param facilities what the server has that objects may require: roles, tablespaces, extensions, rights of the reader
 */
public record Catalog(
        String dialect,
        String version,
        List<Table> tables,
        List<Table> auxiliaries,
        List<Sequence> sequences,
        List<OtherObject> others,
        Map<String, String> settings,
        Set<String> facilities) {

    public Catalog {
        requireNonNull(dialect, "dialect");
        requireNonNull(version, "version");
        tables = List.copyOf(tables);
        auxiliaries = List.copyOf(auxiliaries);
        sequences = List.copyOf(sequences);
        others = List.copyOf(others);
        settings = Map.copyOf(settings);
        facilities = Set.copyOf(facilities);
    }

    /** A database without auxiliary tables, whose objects require nothing beyond it. */
    public Catalog(
            String dialect,
            String version,
            List<Table> tables,
            List<Sequence> sequences,
            List<OtherObject> others,
            Map<String, String> settings) {
        this(dialect, version, tables, List.of(), sequences, others, settings, Set.of());
    }

    /** The same with only those of its tables and other objects that are in some of its schemas. */
    public Catalog ofSchemas(Set<String> schemas) {
        return new Catalog(
                dialect,
                version,
                tables.stream()
                        .filter(table -> schemas.contains(table.name().schema()))
                        .toList(),
                auxiliaries,
                sequences,
                others.stream()
                        .filter(object -> schemas.contains(object.name().schema()))
                        .toList(),
                settings,
                facilities);
    }

    public Optional<Table> lookupTable(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
