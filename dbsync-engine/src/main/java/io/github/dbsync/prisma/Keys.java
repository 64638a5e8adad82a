package io.github.dbsync.prisma;

import java.util.List;
import java.util.stream.Stream;

/** What identifies the rows of a model. */
final class Keys {

    private Keys() {}

    /** The fields of {@code @id} or {@code @@id}; none where there is neither. */
    static List<String> id(Model model) {
        List<String> single = model.fields().stream()
                .filter(field -> field.has("id"))
                .map(field -> field.name().text())
                .toList();
        return single.isEmpty() ? model.lookup("id").map(Keys::fields).orElse(List.of()) : single;
    }

    /** Whether an id or a unique key has only fields that always have a value. */
    static boolean identifiesRows(Model model) {
        return Stream.concat(Stream.of(id(model)), uniques(model))
                .filter(fields -> !fields.isEmpty())
                .anyMatch(fields -> fields.stream()
                        .allMatch(name -> model.lookupField(name)
                                .filter(Field::isRequired)
                                .isPresent()));
    }

    /** Whether fields are an id or unique, in whatever order. */
    static boolean areUnique(List<String> fields, Model model) {
        return Stream.concat(Stream.of(id(model)), uniques(model))
                .anyMatch(key -> key.size() == fields.size() && key.containsAll(fields));
    }

    private static Stream<List<String>> uniques(Model model) {
        return Stream.concat(
                model.fields().stream()
                        .filter(field -> field.has("unique"))
                        .map(field -> List.of(field.name().text())),
                model.all("unique").map(Keys::fields));
    }

    static List<String> fields(Attribute attribute) {
        return attribute.lookupMain("fields").map(FieldNames::of).orElse(List.of());
    }
}
