package io.github.dbsync.prisma;

import static java.util.Objects.requireNonNull;

/**
 * The type of a field.
 *
 * @param name the name of a scalar type, a model, an enum; of an unsupported type what the database calls it
 * @param arity how many values there are
 * @param unsupported whether it is written as {@code Unsupported("..")}
 */
public record FieldType(String name, Arity arity, boolean unsupported) {

    public FieldType {
        requireNonNull(name, "name");
        requireNonNull(arity, "arity");
    }

    /** How many values a field has. */
    public enum Arity {
        REQUIRED,
        OPTIONAL,
        LIST
    }
}
