package io.github.dbsync.prisma;

import static io.github.dbsync.prisma.SchemaProblems.refused;

import io.github.dbsync.catalog.ForeignKey.Action;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the schema's own provider does not know, of a schema that is right otherwise. */
final class ProviderCheck {

    private static final Set<String> OF_OTHER_PROVIDERS = Set.of("length", "clustered");
    private static final int MAX_PRECISION = 1000;

    private final Schema schema;
    private final PushContext context;

    private ProviderCheck(Schema schema, Provider provider) {
        this.schema = schema;
        this.context = new PushContext(schema, provider, Integer.MAX_VALUE, PushContext.PUBLIC);
    }

    static Stream<Problem> problems(Schema schema) {
        return schema.provider().stream().flatMap(provider -> new ProviderCheck(schema, provider).problems());
    }

    private Stream<Problem> problems() {
        Stream<Problem> own = switch (context.provider()) {
            case SQLITE -> SqliteLimits.of(schema).map(SqliteLimits.Limit::refusal);
            case POSTGRESQL -> Stream.concat(nativeTypes(), schemas());
        };
        return Stream.of(own, keptByClient(), schema.models().stream().flatMap(this::indexes), names())
                .flatMap(problems -> problems);
    }

    private Stream<Problem> nativeTypes() {
        return schema.models().stream()
                .flatMap(model -> model.fields().stream())
                .flatMap(field -> context.nativeAttribute(field).stream()
                        .filter(attribute -> !fits(attribute, field))
                        .map(attribute -> refused(attribute.name(), "the field cannot be of such a type")));
    }

    private static boolean fits(Attribute attribute, Field field) {
        return NativeType.of(attribute)
                .filter(type -> type.fits(field))
                .filter(type -> type.known() != NativeType.Known.DECIMAL
                        || type.arguments().stream().allMatch(digits -> digits <= MAX_PRECISION))
                .isPresent();
    }

    /** Each block says its schema where the datasource lists them, and none does where it does not. */
    private Stream<Problem> schemas() {
        List<Value> listed = schema.datasource().flatMap(source -> source.lookup("schemas")).stream()
                .flatMap(list -> FieldNames.members(list).stream())
                .toList();
        return Stream.<Attributed>concat(schema.blocks().stream(), schema.enums().stream())
                .filter(block -> block.has("schema")
                        ? listed.stream().noneMatch(name -> isSchemaOf(name, block))
                        : !listed.isEmpty())
                .map(block -> refused(block.name(), "it is in none of the schemas of the datasource"));
    }

    private static boolean isSchemaOf(Value name, Attributed block) {
        return block.lookup("schema")
                .flatMap(given -> given.lookupMain("map"))
                .flatMap(Value::asText)
                .equals(name.asText());
    }

    private Stream<Problem> keptByClient() {
        return Relation.fields(schema)
                .filter(side -> !context.hasForeignKeys())
                .filter(side -> Stream.of("onDelete", "onUpdate")
                        .flatMap(event -> ModelTable.action(side, event).stream())
                        .anyMatch(Action.NO_ACTION::equals))
                .map(side -> refused(side.field().name(), "relationMode = \"prisma\" has no NoAction"));
    }

    private Stream<Problem> indexes(Model model) {
        return model.attributes().stream().flatMap(attribute -> {
            boolean foreign = Stream.concat(
                            attribute.arguments().stream(),
                            attribute.lookupMain("fields").map(FieldNames::members).orElse(List.of()).stream()
                                    .filter(Value.Call.class::isInstance)
                                    .flatMap(call -> ((Value.Call) call).arguments().stream()))
                    .anyMatch(argument -> OF_OTHER_PROVIDERS.contains(argument.name()));
            boolean partial = attribute.lookup("where").isPresent() && !schema.previews("partialIndexes");
            return foreign || partial
                    ? Stream.of(refused(attribute.name(), "this provider knows no such index"))
                    : Stream.empty();
        });
    }

    /** Names that two things would share in the database, or that are too long for it. */
    private Stream<Problem> names() {
        Set<String> known = new HashSet<>();
        return SchemaPush.push(schema, context.provider(), context.major()).tables().stream()
                .flatMap(table -> Stream.concat(
                        namesOf(table)
                                .filter(name -> !known.add(name))
                                .map(name -> refused(place(table), "there would be two of " + name)),
                        table.indexes().stream()
                                .map(Index::name)
                                .filter(this::isTooLong)
                                .map(name -> refused(place(table), "the name " + name + " is too long"))));
    }

    private boolean isTooLong(String name) {
        return context.provider() == Provider.POSTGRESQL && Sql.bytes(name) > Sql.POSTGRESQL_NAME_BYTES;
    }

    /** The model of a table; a table between two models is in neither. */
    private Token place(Table table) {
        return schema.models().stream()
                .filter(model -> context.tableName(model).equals(table.name()))
                .findFirst()
                .orElse(schema.models().get(0))
                .name();
    }

    private Stream<String> namesOf(Table table) {
        String schemaName = table.name().schema() + " ";
        Stream<String> columns = table.columns().stream().map(column -> table.name() + " column " + column.name());
        Stream<String> indexes = table.indexes().stream().map(index -> schemaName + "index " + index.name());
        Stream<String> key = Stream.ofNullable(table.primaryKey())
                .filter(primary -> primary.name() != null)
                .map(primary -> schemaName + "index " + primary.name());
        return Stream.of(Stream.of("table " + table.name()), columns, indexes, key)
                .flatMap(names -> names);
    }
}
