package io.github.dbsync.prisma;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whatever has a name and can have attributes: models, fields, enums and their values. */
public interface Attributed {

    Token name();

    List<Attribute> attributes();

    default Optional<Attribute> lookup(String attribute) {
        return all(attribute).findFirst();
    }

    default Stream<Attribute> all(String attribute) {
        return attributes().stream().filter(candidate -> candidate.is(attribute));
    }

    default boolean has(String attribute) {
        return lookup(attribute).isPresent();
    }

    /** What it is called in the database: {@code @map} or {@code @@map}, else its name. */
    default String databaseName() {
        return lookup("map")
                .flatMap(map -> map.lookupMain("name"))
                .flatMap(Value::asText)
                .orElse(name().text());
    }
}
