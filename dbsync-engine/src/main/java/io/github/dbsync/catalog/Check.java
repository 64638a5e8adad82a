package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A CHECK constraint.
 *
 * @param name its name, or null where it has none
 * @param condition what must hold
 * @param definition the constraint as its own database prints it ({@code CHECK (...)} with all that follows), or null
 */
public record Check(
        @Nullable String name,
        Expression condition,
        @Nullable String definition) {

    public Check {
        requireNonNull(condition, "condition");
    }
}
