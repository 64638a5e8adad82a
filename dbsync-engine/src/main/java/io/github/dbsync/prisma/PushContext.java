package io.github.dbsync.prisma;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.QualifiedName;
import java.util.List;
import java.util.Optional;

/**
 * What every part of a push asks: the schema, the database that it goes to, and how things are called there.
 *
 * @param schema a schema in which nothing is refused
 * @param provider the database system
 * @param major Prisma's major version
 * @param home the schema of the database for all that names none
 */
record PushContext(Schema schema, Provider provider, int major, String home) {

    /** The schema that is everybody's. */
    static final String PUBLIC = "public";

    PushContext {
        requireNonNull(schema, "schema");
        requireNonNull(provider, "provider");
        requireNonNull(home, "home");
    }

    ConstraintNames names() {
        return new ConstraintNames(provider);
    }

    QualifiedName tableName(Model model) {
        return qualified(model, model.databaseName());
    }

    QualifiedName enumName(Field field) {
        Enumeration type = schema.lookupEnum(field.type().name())
                .orElseThrow(() -> new IllegalArgumentException(
                        "no column: " + field.name().where()));
        return qualified(type, type.databaseName());
    }

    /** A name in the schema of the database that {@code @@schema} says. */
    QualifiedName qualified(Attributed block, String name) {
        return provider == Provider.SQLITE
                ? QualifiedName.of(name)
                : new QualifiedName(
                        block.lookup("schema")
                                .flatMap(schemaName -> schemaName.lookupMain("map"))
                                .flatMap(Value::asText)
                                .orElse(home),
                        name);
    }

    /** A name as SQL says it wherever it is said: dbsync's connections have no schema that plain names mean. */
    String quotedName(QualifiedName name) {
        String own = Sql.quote(name.name());
        return name.schema().isEmpty() ? own : Sql.quote(name.schema()) + "." + own;
    }

    /** The fields of a model that are columns. */
    List<Field> columns(Model model) {
        return model.fields().stream()
                .filter(field -> !Relation.isRelation(field, schema))
                .toList();
    }

    /** The columns that fields are. */
    List<String> columnNames(List<String> fields, Model model) {
        return fields.stream()
                .map(field -> model.lookupField(field)
                        .map(Attributed::databaseName)
                        .orElseThrow(() -> new IllegalArgumentException(field)))
                .toList();
    }

    Optional<NativeType> nativeType(Field field) {
        return nativeAttribute(field).flatMap(NativeType::of);
    }

    /** The attribute that begins with the datasource's name. */
    Optional<Attribute> nativeAttribute(Field field) {
        String prefix = schema.datasource().map(source -> source.name().text()).orElse("db") + ".";
        return field.attributes().stream()
                .filter(attribute -> attribute.name().text().startsWith(prefix))
                .findFirst();
    }

    /** Whether Prisma Client keeps references by itself, and the database knows nothing of them. */
    boolean hasForeignKeys() {
        return schema.datasource()
                .flatMap(source -> source.lookupText("relationMode"))
                .filter("prisma"::equals)
                .isEmpty();
    }
}
