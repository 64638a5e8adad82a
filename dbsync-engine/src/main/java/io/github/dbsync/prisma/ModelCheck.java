package io.github.dbsync.prisma;

import static io.github.dbsync.prisma.SchemaProblems.refused;

import io.github.dbsync.feedback.Problem;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Types and attributes that exist, and a key for each model. */
final class ModelCheck {

    private static final Set<String> OF_FIELD =
            Set.of("id", "unique", "default", "updatedAt", "map", "relation", "ignore", "shardKey");
    private static final Set<String> OF_BLOCK = Set.of("id", "unique", "index", "map", "ignore", "schema", "shardKey");

    private static final Set<String> KEYS = Set.of("id", "unique", "index");

    private final Schema schema;
    private final String nativeTypes;

    private ModelCheck(Schema schema) {
        this.schema = schema;
        this.nativeTypes =
                schema.datasource().map(source -> source.name().text()).orElse("db") + ".";
    }

    static Stream<Problem> problems(Schema schema) {
        ModelCheck check = new ModelCheck(schema);
        return schema.blocks().stream().flatMap(check::problems);
    }

    private Stream<Problem> problems(Model model) {
        return Stream.of(
                        kind(model),
                        model.fields().stream().flatMap(this::type),
                        model.fields().stream().flatMap(this::attributes),
                        unknown(model.attributes(), OF_BLOCK),
                        keys(model),
                        model.attributes().stream().flatMap(attribute -> fieldsOf(attribute, model)))
                .flatMap(problems -> problems);
    }

    private Stream<Problem> kind(Model model) {
        return switch (model.kind()) {
            case MODEL -> Stream.empty();
            case VIEW ->
                schema.previews("views")
                        ? Stream.empty()
                        : Stream.of(refused(model.name(), "views need previewFeatures = [\"views\"]"));
            case COMPOSITE_TYPE ->
                Stream.of(refused(model.name(), "neither SQLite nor PostgreSQL has composite types in Prisma"));
        };
    }

    private Stream<Problem> type(Field field) {
        String name = field.type().name();
        boolean known = field.type().unsupported()
                || ScalarType.of(name).isPresent()
                || schema.lookupEnum(name).isPresent()
                || schema.blocks().stream()
                        .anyMatch(block -> block.name().text().equals(name));
        return known ? Stream.empty() : Stream.of(refused(field.name(), "there is no type " + name));
    }

    private Stream<Problem> attributes(Field field) {
        List<Attribute> own = field.attributes().stream()
                .filter(attribute -> !attribute.name().text().startsWith(nativeTypes))
                .toList();
        boolean clock = ScalarType.of(field).filter(ScalarType.DATETIME::equals).isPresent();
        Stream<Problem> updatedAt = field.has("updatedAt") && !clock
                ? Stream.of(refused(field.name(), "@updatedAt needs a DateTime"))
                : Stream.empty();
        return Stream.concat(unknown(own, OF_FIELD), updatedAt);
    }

    private static Stream<Problem> unknown(List<Attribute> attributes, Set<String> known) {
        return attributes.stream()
                .filter(attribute -> !known.contains(attribute.name().text()))
                .map(attribute -> refused(attribute.name(), "there is no such attribute"));
    }

    private static Stream<Problem> keys(Model model) {
        if (model.kind() != Model.Kind.MODEL) {
            return Stream.empty();
        }
        List<Field> ids =
                model.fields().stream().filter(field -> field.has("id")).toList();
        Stream<Problem> nullable =
                ids.stream().filter(id -> !id.isRequired()).map(id -> refused(id.name(), "an id must be required"));
        if (ids.size() + model.all("id").count() > 1) {
            return Stream.concat(nullable, Stream.of(refused(model.name(), "a model has one id")));
        }
        boolean known = model.has("ignore") || !ids.isEmpty() || Keys.identifiesRows(model);
        return known ? nullable : Stream.of(refused(model.name(), "no field or fields identify its rows"));
    }

    private Stream<Problem> fieldsOf(Attribute attribute, Model model) {
        if (!KEYS.contains(attribute.name().text())) {
            return Stream.empty();
        }
        List<String> names = Keys.fields(attribute);
        boolean columns = !names.isEmpty() && names.stream().allMatch(name -> isColumn(name, model));
        return columns ? Stream.empty() : Stream.of(refused(attribute.name(), "it needs fields that are columns"));
    }

    private boolean isColumn(String name, Model model) {
        return model.lookupField(name)
                .filter(field -> !Relation.isRelation(field, schema))
                .isPresent();
    }
}
