package io.github.dbsync.prisma;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A relation: a field and the field that leads back.
 *
 * @param one the side that is written first
 * @param other the other side
 */
public record Relation(RelationField one, RelationField other) {

    public Relation {
        requireNonNull(one, "one");
        requireNonNull(other, "other");
    }

    /** All relations of a schema, in the order of their first fields. A field without a way back is in none. */
    public static List<Relation> of(Schema schema) {
        List<Relation> relations = new ArrayList<>();
        for (RelationField field : fields(schema).toList()) {
            boolean known =
                    relations.stream().anyMatch(relation -> relation.other().equals(field));
            if (!known) {
                opposites(field, schema)
                        .findFirst()
                        .map(back -> new Relation(field, back))
                        .ifPresent(relations::add);
            }
        }
        return relations;
    }

    /** The fields whose type is a model. */
    static Stream<RelationField> fields(Schema schema) {
        return schema.models().stream().flatMap(model -> fields(model, schema));
    }

    /** Those of one model. */
    static Stream<RelationField> fields(Model model, Schema schema) {
        return model.fields().stream()
                .filter(field -> isRelation(field, schema))
                .map(field -> new RelationField(model, field));
    }

    static boolean isRelation(Field field, Schema schema) {
        return !field.type().unsupported()
                && schema.lookupModel(field.type().name()).isPresent();
    }

    /** The fields that may lead back from a field: several are ambiguous. */
    static Stream<RelationField> opposites(RelationField field, Schema schema) {
        return schema.lookupModel(field.field().type().name()).stream()
                .flatMap(model -> fields(model, schema))
                .filter(back ->
                        back.field().type().name().equals(field.model().name().text()))
                .filter(back -> back.relationName().equals(field.relationName()))
                .filter(back -> !back.equals(field));
    }

    public boolean isManyToMany() {
        return one.field().isList() && other.field().isList();
    }

    /** The side that holds the foreign key. */
    Optional<RelationField> holder() {
        return Stream.of(one, other).filter(side -> !side.fields().isEmpty()).findFirst();
    }

    /** Both sides in the order of their models' names: the columns A and B of a table between them. */
    List<RelationField> sides() {
        return Stream.of(one, other)
                .sorted(Comparator.comparing(side -> side.model().name().text()))
                .toList();
    }
}
