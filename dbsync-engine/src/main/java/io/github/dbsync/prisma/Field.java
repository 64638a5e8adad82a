package io.github.dbsync.prisma;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.prisma.FieldType.Arity;
import java.util.List;

/** A field of a model, a view or a composite type. */
public record Field(Token name, FieldType type, List<Attribute> attributes) implements Attributed {

    public Field {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        attributes = List.copyOf(attributes);
    }

    public boolean isList() {
        return type.arity() == Arity.LIST;
    }

    public boolean isRequired() {
        return type.arity() == Arity.REQUIRED;
    }
}
