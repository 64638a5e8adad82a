package io.github.dbsync.prisma;

import io.github.dbsync.catalog.ForeignKey.Action;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a schema may ask for that Prisma does not know on SQLite. */
final class SqliteLimits {

    private static final String ONE_PLACE = "one place for all tables";
    private static final Map<String, String> PROPERTIES = Map.of("extensions", "none", "schemas", ONE_PLACE);

    private final PushContext context;

    private SqliteLimits(Schema schema) {
        this.context = new PushContext(schema, Provider.SQLITE, 0, "");
    }

    /**
     * One thing that is asked for.
     *
     * @param place where the schema asks
     * @param feature what it asks for
     * @param instead what is there in its place
     */
    record Limit(Token place, String feature, String instead) {

        String loss() {
            return "SQLite has no " + feature + " in Prisma";
        }

        /** As a refusal: so does Prisma where SQLite is the schema's own provider. */
        Problem refusal() {
            return SchemaProblems.refused(place, loss());
        }
    }

    /** What Prisma knows no more once the provider of a schema is sqlite: a finding for each feature, with every place. */
    static List<Problem> lost(Schema schema) {
        return findings(schema, Limit::loss);
    }

    /** The same, and what a push puts in its place. */
    static List<Problem> replaced(Schema schema) {
        return findings(schema, limit -> limit.loss() + ": " + limit.instead());
    }

    private static List<Problem> findings(Schema schema, Function<Limit, String> what) {
        Map<String, List<Limit>> features = Stream.concat(of(schema), lostDefaults(schema))
                .collect(Collectors.groupingBy(what, LinkedHashMap::new, Collectors.toList()));
        return features.entrySet().stream()
                .map(feature -> finding(feature.getKey(), feature.getValue()))
                .toList();
    }

    private static Problem finding(String what, List<Limit> limits) {
        return Problem.warning(
                ProblemCode.PRISMA_FEATURE_UNSUPPORTED,
                what + ".",
                limits.stream().map(limit -> limit.place().where()).distinct().collect(Collectors.joining(", ")),
                "Prisma knows them on PostgreSQL only",
                "Change the lines before the application runs on SQLite; npx prisma validate tells what is left");
    }

    /** Expressions that SQLite does not know. Prisma does not refuse them, and its push fails. */
    private static Stream<Limit> lostDefaults(Schema schema) {
        return schema.models().stream()
                .flatMap(model -> model.fields().stream())
                .flatMap(field -> field.lookup("default").stream())
                .filter(attribute -> attribute
                        .lookupMain("value")
                        .filter(SqliteLimits::isUnknown)
                        .isPresent())
                .map(attribute -> new Limit(attribute.name(), "defaults that are PostgreSQL's own", "no default"));
    }

    private static boolean isUnknown(Value value) {
        return value instanceof Value.Call call
                && call.function().equals("dbgenerated")
                && call.arguments().stream()
                        .anyMatch(argument -> argument.value() instanceof Value.Text text
                                && !ColumnDefaults.isKnownToSqlite(text.value()));
    }

    static Stream<Limit> of(Schema schema) {
        SqliteLimits limits = new SqliteLimits(schema);
        return Stream.of(
                        limits.settings(),
                        schema.models().stream()
                                .flatMap(model -> model.fields().stream())
                                .flatMap(limits::field),
                        schema.models().stream().flatMap(limits::model),
                        schema.enums().stream()
                                .flatMap(type -> type.all("schema"))
                                .map(SqliteLimits::schema),
                        Relation.fields(schema).flatMap(SqliteLimits::relation))
                .flatMap(found -> found);
    }

    private Stream<Limit> settings() {
        return context.schema().datasources().stream()
                .flatMap(source -> source.properties().stream())
                .filter(property -> PROPERTIES.containsKey(property.name().text()))
                .map(property -> new Limit(
                        property.name(),
                        property.name().text(),
                        PROPERTIES.getOrDefault(property.name().text(), "")));
    }

    private Stream<Limit> field(Field field) {
        Stream<Limit> nativeType = context.nativeAttribute(field).stream()
                .map(type -> new Limit(type.name(), "types of PostgreSQL", "the usual type of the field"));
        Stream<Limit> list = field.isList() && !Relation.isRelation(field, context.schema())
                ? Stream.of(new Limit(field.name(), "lists", "a JSON text, which the application must read as such"))
                : Stream.empty();
        Stream<Limit> keyName = field.all("id")
                .filter(id -> id.lookup("map").isPresent())
                .map(id -> new Limit(id.name(), "names of primary keys", "no name"));
        return Stream.of(nativeType, list, keyName, defaults(field)).flatMap(found -> found);
    }

    private static Stream<Limit> defaults(Field field) {
        return field.lookup("default").stream()
                .filter(attribute -> Numbering.isAutoincrement(field) && !field.has("id"))
                .map(attribute -> new Limit(attribute.name(), "autoincrement() beside an @id", "no default"));
    }

    private Stream<Limit> model(Model model) {
        Stream<Limit> types = model.attributes().stream()
                .flatMap(attribute -> attribute
                        .lookup("type")
                        .filter(type -> !type.token().text().equals("BTree"))
                        .map(type -> new Limit(
                                type.token(), "indexes of type " + type.token().text(), "a usual index"))
                        .stream());
        Stream<Limit> keyName = model.all("id")
                .filter(id -> id.lookup("map").isPresent())
                .map(id -> new Limit(id.name(), "names of primary keys", "no name"));
        return Stream.of(types, keyName, model.all("schema").map(SqliteLimits::schema))
                .flatMap(found -> found);
    }

    private static Limit schema(Attribute attribute) {
        return new Limit(attribute.name(), "schemas", ONE_PLACE);
    }

    private static Stream<Limit> relation(RelationField side) {
        Stream<Limit> name = side.attribute().stream()
                .flatMap(relation -> relation.lookup("map").stream())
                .map(map -> new Limit(map.token(), "names of foreign keys of one's own", "the usual name"));
        Stream<Limit> action = ModelTable.action(side, "onDelete").stream()
                .filter(asked -> isRefused(asked, side))
                .map(asked -> new Limit(side.field().name(), "SetNull for what is required", "Restrict"));
        return Stream.concat(name, action);
    }

    /** Whether Prisma does not let a reference become null, since a field of it is required. */
    static boolean isRefused(Action action, RelationField side) {
        return action == Action.SET_NULL
                && side.fields().stream()
                        .flatMap(name -> side.model().lookupField(name).stream())
                        .anyMatch(Field::isRequired);
    }
}
