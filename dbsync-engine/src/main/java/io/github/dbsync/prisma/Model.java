package io.github.dbsync.prisma;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** A block of fields. */
public record Model(Kind kind, Token name, List<Field> fields, List<Attribute> attributes) implements Attributed {

    public Model {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        fields = List.copyOf(fields);
        attributes = List.copyOf(attributes);
    }

    public Optional<Field> lookupField(String field) {
        return fields.stream()
                .filter(candidate -> candidate.name().text().equals(field))
                .findFirst();
    }

    /** What a block of fields describes. */
    public enum Kind {
        MODEL("model"),
        VIEW("view"),
        COMPOSITE_TYPE("type");

        private final String keyword;

        Kind(String keyword) {
            this.keyword = keyword;
        }

        String keyword() {
            return keyword;
        }
    }
}
