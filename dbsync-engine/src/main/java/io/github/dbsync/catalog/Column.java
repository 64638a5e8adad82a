package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name its name, exactly as spelled
 * @param type its type
 * @param nullable whether it may hold null
 * @param defaultValue its default, or null
 * @param identity how it numbers rows by itself, or null
 * @param generated what it is computed from, or null where it holds values of its own
 * @param collation its collation's name, or null where it is the dialect's usual one
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        @Nullable Default defaultValue,
        @Nullable Identity identity,
        @Nullable Generated generated,
        @Nullable String collation) {

    public Column {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
    }

    public LogicalType logical() {
        return type.logical();
    }

    public Column withType(ColumnType newType) {
        return new Column(name, newType, nullable, defaultValue, identity, generated, collation);
    }

    public Column withIdentity(@Nullable Identity newIdentity) {
        return new Column(name, type, nullable, defaultValue, newIdentity, generated, collation);
    }
}
