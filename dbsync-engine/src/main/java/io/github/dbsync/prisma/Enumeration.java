package io.github.dbsync.prisma;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** An enum. */
public record Enumeration(Token name, List<Constant> values, List<Attribute> attributes) implements Attributed {

    public Enumeration {
        requireNonNull(name, "name");
        values = List.copyOf(values);
        attributes = List.copyOf(attributes);
    }

    /** A value of an enum. */
    public record Constant(Token name, List<Attribute> attributes) implements Attributed {
        public Constant {
            requireNonNull(name, "name");
            attributes = List.copyOf(attributes);
        }
    }
}
