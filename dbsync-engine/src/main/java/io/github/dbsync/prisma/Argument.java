package io.github.dbsync.prisma;

import static java.util.Objects.requireNonNull;

/**
 * An argument of an attribute or a function.
 *
 * @param name its name, or empty where its place says which one it is
 * @param value what is given
 */
public record Argument(String name, Value value) {

    public Argument {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
    }
}
