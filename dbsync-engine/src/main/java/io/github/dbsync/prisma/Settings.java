package io.github.dbsync.prisma;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A datasource or a generator.
 *
 * @param name the block's name
 * @param properties its lines {@code name = value}
 */
public record Settings(Token name, List<Property> properties) {

    public Settings {
        requireNonNull(name, "name");
        properties = List.copyOf(properties);
    }

    public Optional<Value> lookup(String property) {
        return properties.stream()
                .filter(candidate -> candidate.name().text().equals(property))
                .map(Property::value)
                .findFirst();
    }

    public Optional<String> lookupText(String property) {
        return lookup(property).flatMap(Value::asText);
    }

    /** A line {@code name = value}. */
    public record Property(Token name, Value value) {}
}
