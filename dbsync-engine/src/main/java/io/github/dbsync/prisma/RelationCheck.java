package io.github.dbsync.prisma;

import static io.github.dbsync.prisma.SchemaProblems.refused;

import io.github.dbsync.feedback.Problem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Relations that lead there and back, on fields that exist and fit. */
final class RelationCheck {

    private final Schema schema;

    private RelationCheck(Schema schema) {
        this.schema = schema;
    }

    static Stream<Problem> problems(Schema schema) {
        RelationCheck check = new RelationCheck(schema);
        return Stream.concat(
                Relation.fields(schema).flatMap(check::wayBack),
                Relation.of(schema).stream().flatMap(check::sides));
    }

    private Stream<Problem> wayBack(RelationField field) {
        long ways = Relation.opposites(field, schema).count();
        if (ways == 1) {
            return Stream.empty();
        }
        String other = field.field().type().name();
        return Stream.of(refused(
                field.field().name(),
                ways == 0 ? "no field of " + other + " leads back" : "several fields of " + other + " may lead back"));
    }

    private Stream<Problem> sides(Relation relation) {
        if (relation.isManyToMany()) {
            return Stream.of(relation.one(), relation.other()).flatMap(RelationCheck::singleId);
        }
        return relation.holder()
                .map(holder -> key(holder, holder.equals(relation.one()) ? relation.other() : relation.one()))
                .orElseGet(() -> Stream.of(refused(relation.one().field().name(), "neither side names its fields")));
    }

    private static Stream<Problem> singleId(RelationField side) {
        return Keys.id(side.model()).size() == 1
                ? Stream.empty()
                : Stream.of(refused(
                        side.field().name(), side.model().name().text() + " has no @id for a table between both"));
    }

    private static Stream<Problem> key(RelationField holder, RelationField back) {
        Model parent = back.model();
        List<Optional<Field>> fields = lookup(holder.fields(), holder.model());
        List<Optional<Field>> references = lookup(holder.references(), parent);
        Token place = holder.field().name();
        if (fields.size() != references.size()
                || Stream.concat(fields.stream(), references.stream()).anyMatch(Optional::isEmpty)) {
            return Stream.of(refused(place, "fields and references do not name as many fields that exist"));
        } else if (!types(fields).equals(types(references))) {
            return Stream.of(refused(place, "fields and references are not of the same types"));
        } else if (!Keys.areUnique(holder.references(), parent)) {
            return Stream.of(refused(place, "what is referred to is not unique"));
        } else if (!back.field().isList() && !Keys.areUnique(holder.fields(), holder.model())) {
            return Stream.of(refused(place, "one row for one needs fields that are unique"));
        }
        boolean optional = fields.stream().flatMap(Optional::stream).anyMatch(field -> !field.isRequired());
        return optional && holder.field().isRequired()
                ? Stream.of(refused(place, "it is required, and one of its fields is not"))
                : Stream.empty();
    }

    private static List<Optional<Field>> lookup(List<String> names, Model model) {
        return names.stream().map(model::lookupField).toList();
    }

    private static List<String> types(List<Optional<Field>> fields) {
        return fields.stream()
                .flatMap(Optional::stream)
                .map(field -> field.type().name())
                .toList();
    }
}
