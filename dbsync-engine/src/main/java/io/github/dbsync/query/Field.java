package io.github.dbsync.query;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.LogicalType;

/**
 * A column of a relation, as both sides have it.
 *
 * @param name its name, the same on both sides
 * @param type what its values mean
 * @param comparison how both sides compare them
 */
public record Field(String name, LogicalType type, Comparison comparison) {

    public Field {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(comparison, "comparison");
    }
}
