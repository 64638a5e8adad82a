package io.github.dbsync.plan;

import static java.util.Objects.requireNonNull;

/**
 * Whoever says what the target's schema is.
 *
 * @param name who it is, for people: {@code prisma/schema.prisma, as prisma db push makes it}
 * @param whenItLacks what helps where the source has a column that it does not know
 * @param whenSourceLacks what helps where it knows a table or column that the source does not have
 * @param shown what a plan says of the schema
 */
public record SchemaOwner(String name, String whenItLacks, String whenSourceLacks, String shown) {

    public SchemaOwner {
        requireNonNull(name, "name");
        requireNonNull(whenItLacks, "whenItLacks");
        requireNonNull(whenSourceLacks, "whenSourceLacks");
        requireNonNull(shown, "shown");
    }

    /** One whose name is all that a plan says. */
    public SchemaOwner(String name, String whenItLacks, String whenSourceLacks) {
        this(name, whenItLacks, whenSourceLacks, name);
    }
}
