package io.github.dbsync.prisma;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * A field whose type is a model: one side of a relation.
 *
 * @param model the model that the field is in
 * @param field the field
 */
public record RelationField(Model model, Field field) {

    public RelationField {
        requireNonNull(model, "model");
        requireNonNull(field, "field");
    }

    Optional<Attribute> attribute() {
        return field.lookup("relation");
    }

    /** The relation's name, or empty where it has none. */
    String relationName() {
        return attribute()
                .flatMap(relation -> relation.lookupMain("name"))
                .flatMap(Value::asText)
                .orElse("");
    }

    /** The fields that {@code fields} names; none on the side that does not hold the key. */
    List<String> fields() {
        return names("fields");
    }

    /** The fields of the other model that {@code references} names. */
    List<String> references() {
        return names("references");
    }

    private List<String> names(String argument) {
        return attribute()
                .flatMap(relation -> relation.lookup(argument))
                .map(FieldNames::of)
                .orElse(List.of());
    }
}
