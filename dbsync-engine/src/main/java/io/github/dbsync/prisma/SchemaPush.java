package io.github.dbsync.prisma;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.feedback.Problem;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says what {@code prisma db push} makes of a schema, for the provider that the schema names or for the other one. Where
 * Prisma's own statements are broken on SQLite, it is what the application needs instead. Pure.
 */
public final class SchemaPush {

    private final PushContext context;

    private SchemaPush(PushContext context) {
        this.context = context;
    }

    /**
     * The tables and objects of a schema.
     *
     * @param schema a schema without {@linkplain SchemaCheck problems} of its own
     * @param provider the database that they are made for
     * @param major Prisma's major version
     */
    public static PushedSchema push(Schema schema, Provider provider, int major) {
        return push(schema, provider, major, PushContext.PUBLIC);
    }

    /**
     * The same in another schema of PostgreSQL than {@code public}.
     *
     * @param home the schema for all that names none itself, as {@code ?schema=} of a URL says it; empty where that is whichever
     *     plain names mean
     */
    public static PushedSchema push(Schema schema, Provider provider, int major, String home) {
        return new SchemaPush(new PushContext(schema, provider, major, home)).push();
    }

    /** What Prisma refuses in a schema as soon as its provider is another: a finding for each feature, with every place. */
    public static List<Problem> lost(Schema schema, Provider provider) {
        return provider == Provider.SQLITE ? SqliteLimits.lost(schema) : List.of();
    }

    private PushedSchema push() {
        boolean sqlite = context.provider() == Provider.SQLITE;
        List<OtherObject> objects = sqlite
                ? List.of()
                : Stream.of(schemas(), extensions(), enums())
                        .flatMap(made -> made)
                        .toList();
        List<Problem> findings = sqlite ? SqliteLimits.replaced(context.schema()) : List.of();
        return new PushedSchema(
                objects, sqlite ? tables().map(SqliteDefinition::of).toList() : tables().toList(), findings);
    }

    private Stream<Table> tables() {
        ModelTable models = new ModelTable(context);
        Stream<Table> between = Relation.of(context.schema()).stream()
                .filter(Relation::isManyToMany)
                .map(relation -> new JoinTable(context, relation).table());
        return Stream.concat(context.schema().models().stream().map(models::of), between);
    }

    private Stream<OtherObject> schemas() {
        Stream<String> named = context.schema().datasource().flatMap(source -> source.lookup("schemas")).stream()
                .flatMap(list -> FieldNames.members(list).stream())
                .flatMap(name -> name.asText().stream());
        return Stream.concat(
                        Stream.of(context.home()).filter(home -> !home.isEmpty() && !home.equals(PushContext.PUBLIC)),
                        named)
                .distinct()
                .map(name ->
                        object("schema", QualifiedName.of(name), "CREATE SCHEMA IF NOT EXISTS " + Sql.quote(name)));
    }

    private Stream<OtherObject> enums() {
        return context.schema().enums().stream().map(type -> {
            QualifiedName name = context.qualified(type, type.databaseName());
            String values = type.values().stream()
                    .map(value -> Sql.literal(value.databaseName()))
                    .collect(Collectors.joining(", "));
            return object("enum type", name, "CREATE TYPE " + context.quotedName(name) + " AS ENUM (" + values + ")");
        });
    }

    private Stream<OtherObject> extensions() {
        return context.schema().datasource().flatMap(source -> source.lookup("extensions")).stream()
                .flatMap(list -> FieldNames.members(list).stream())
                .map(this::extension);
    }

    private OtherObject extension(Value written) {
        List<Argument> arguments = written instanceof Value.Call call ? call.arguments() : List.of();
        String name = text(arguments, "map", FieldNames.name(written));
        String schema = text(arguments, "schema", context.home());
        String version = text(arguments, "version", "");
        return object(
                "extension",
                QualifiedName.of(name),
                "CREATE EXTENSION IF NOT EXISTS " + Sql.quote(name)
                        + (schema.isEmpty() ? "" : " WITH SCHEMA " + Sql.quote(schema))
                        + (version.isEmpty() ? "" : " VERSION " + Sql.quote(version)));
    }

    private static String text(List<Argument> arguments, String name, String otherwise) {
        return arguments.stream()
                .filter(argument -> argument.name().equals(name))
                .flatMap(argument -> argument.value().asText().stream())
                .findFirst()
                .orElse(otherwise);
    }

    private static OtherObject object(String kind, QualifiedName name, String definition) {
        return new OtherObject(kind, name, null, definition, null, List.of(), OtherObject.Moment.BEFORE_TABLES);
    }
}
