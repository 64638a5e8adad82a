package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

/**
 * What a generated column is computed from.
 *
 * @param expression the computation
 * @param stored whether the value is kept in the row rather than computed at each read
 */
public record Generated(Expression expression, boolean stored) {

    public Generated {
        requireNonNull(expression, "expression");
    }
}
