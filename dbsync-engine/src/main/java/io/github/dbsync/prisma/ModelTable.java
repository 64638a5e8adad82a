package io.github.dbsync.prisma;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.ForeignKey.Action;
import io.github.dbsync.catalog.Identity;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.prisma.FieldType.Arity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table of a model. */
final class ModelTable {

    private final PushContext context;
    private final ColumnTypes types;
    private final ColumnDefaults defaults;
    private final Numbering numbering;

    ModelTable(PushContext context) {
        this.context = context;
        this.types = new ColumnTypes(context);
        this.defaults = new ColumnDefaults(context);
        this.numbering = new Numbering(context);
    }

    Table of(Model model) {
        QualifiedName name = context.tableName(model);
        List<Column> columns = context.columns(model).stream()
                .map(field -> column(field, model))
                .toList();
        return new Table(
                name,
                columns,
                primaryKey(model),
                List.of(),
                foreignKeys(model).toList(),
                List.of(),
                indexes(model),
                List.of(),
                null);
    }

    private Column column(Field field, Model model) {
        Identity identity = numbering.of(field, model);
        boolean numbers = identity != null && context.provider() == Provider.SQLITE;
        return new Column(
                field.databaseName(),
                numbers ? Numbering.SQLITE_ROWID : types.of(field),
                isNullable(field),
                defaults.of(field),
                identity,
                null,
                null);
    }

    /** A list is never null to Prisma, and no column for one is declared so. */
    private boolean isNullable(Field field) {
        boolean list = field.isList() && context.provider() == Provider.POSTGRESQL;
        return list || field.type().arity() == Arity.OPTIONAL;
    }

    private @Nullable Key primaryKey(Model model) {
        List<String> fields = Keys.id(model);
        if (fields.isEmpty()) {
            return null;
        }
        Stream<Attribute> attributes =
                Stream.concat(model.fields().stream().flatMap(field -> field.all("id")), model.all("id"));
        String given = attributes
                .flatMap(id -> id.lookupText("map").stream())
                .findFirst()
                .orElseGet(() -> context.names().primaryKey(model.databaseName()));
        return new Key(context.provider() == Provider.SQLITE ? null : given, context.columnNames(fields, model), null);
    }

    private List<Index> indexes(Model model) {
        ModelIndex indexes = new ModelIndex(context, model);
        Stream<Index> ofFields = model.fields().stream()
                .flatMap(field -> field.all("unique").map(unique -> indexes.ofField(field, unique)));
        Stream<Index> ofModel = model.attributes().stream()
                .filter(attribute -> attribute.is("unique") || attribute.is("index"))
                .map(indexes::ofModel);
        return Stream.concat(ofFields, ofModel).toList();
    }

    private Stream<ForeignKey> foreignKeys(Model model) {
        if (!context.hasForeignKeys()) {
            return Stream.empty();
        }
        return Relation.fields(model, context.schema())
                .filter(side -> !side.fields().isEmpty())
                .map(this::foreignKey);
    }

    private ForeignKey foreignKey(RelationField side) {
        Model parent = context.schema()
                .lookupModel(side.field().type().name())
                .orElseThrow(
                        () -> new IllegalArgumentException(side.field().name().where()));
        List<String> columns = context.columnNames(side.fields(), side.model());
        String usual = context.names().foreignKey(side.model().databaseName(), columns);
        Optional<String> given = side.attribute().flatMap(relation -> relation.lookupText("map"));
        return new ForeignKey(
                context.provider() == Provider.SQLITE ? usual : given.orElse(usual),
                columns,
                context.tableName(parent),
                context.columnNames(side.references(), parent),
                onDelete(side),
                action(side, "onUpdate").orElse(Action.CASCADE),
                ForeignKey.Checking.IMMEDIATE,
                null);
    }

    private Action onDelete(RelationField side) {
        boolean optional = side.fields().stream()
                .flatMap(name -> side.model().lookupField(name).stream())
                .noneMatch(Field::isRequired);
        Action asked = action(side, "onDelete").orElse(optional ? Action.SET_NULL : Action.RESTRICT);
        return SqliteLimits.isRefused(asked, side) && context.provider() == Provider.SQLITE ? Action.RESTRICT : asked;
    }

    /** What a relation asks for at an event; nothing where it asks for nothing that there is. */
    static Optional<Action> action(RelationField side, String event) {
        return side.attribute()
                .flatMap(relation -> relation.lookup(event))
                .map(action -> action.token().text())
                .flatMap(word -> Arrays.stream(Action.values())
                        .filter(action -> action.name().replace("_", "").equalsIgnoreCase(word))
                        .findFirst());
    }
}
