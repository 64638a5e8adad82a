package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index that somebody made; the ones that serve a key or a unique constraint are not among them.
 *
 * @param name its name
 * @param unique whether it forbids equal entries
 * @param parts what it orders by
 * @param where the rows it covers, or null where it covers all
 * @param method the access method, such as {@code btree}
 * @param definition the whole CREATE INDEX as its own database prints it
 */
public record Index(
        String name,
        boolean unique,
        List<Part> parts,
        @Nullable Expression where,
        String method,
        @Nullable String definition) {

    public Index {
        requireNonNull(name, "name");
        parts = List.copyOf(parts);
        requireNonNull(method, "method");
    }

    /**
     * One part of an index.
     *
     * @param column the column, or null where the part is an expression
     * @param expression the expression, or null where the part is a column
     * @param descending whether it is ordered downwards
     * @param nullsFirst whether nulls come first
     * @param collation the collation's name, or null where it is the column's own
     */
    public record Part(
            @Nullable String column,
            @Nullable Expression expression,
            boolean descending,
            boolean nullsFirst,
            @Nullable String collation) {}
}
