package io.github.dbsync.prisma;

import io.github.dbsync.catalog.Expression;
import io.github.dbsync.catalog.Index;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The indexes of a model: {@code @unique}, {@code @@unique} and {@code @@index}. */
final class ModelIndex {

    private final PushContext context;
    private final Model model;

    ModelIndex(PushContext context, Model model) {
        this.context = context;
        this.model = model;
    }

    Index ofField(Field field, Attribute unique) {
        List<String> columns = List.of(field.databaseName());
        Part part = new Part(
                field.databaseName(),
                unique.lookup("sort").map(Value::token).map(Token::text).orElse(""),
                "");
        return index(unique, columns, List.of(part));
    }

    Index ofModel(Attribute attribute) {
        List<Value> members =
                attribute.lookupMain("fields").map(FieldNames::members).orElse(List.of());
        List<Part> parts = members.stream().map(this::part).toList();
        return index(attribute, context.columnNames(Keys.fields(attribute), model), parts);
    }

    private Index index(Attribute attribute, List<String> columns, List<Part> parts) {
        boolean unique = attribute.is("unique");
        String table = model.databaseName();
        String usual = unique
                ? context.names().unique(table, columns)
                : context.names().index(table, columns);
        String name = attribute.lookupText("map").orElse(usual);
        Expression where = attribute.lookup("where").map(this::where).orElse(null);
        String method = method(attribute);
        String definition = definition(name, unique, method, parts, where);
        return new Index(name, unique, parts.stream().map(Part::indexPart).toList(), where, method, definition);
    }

    private String method(Attribute attribute) {
        Optional<String> type =
                attribute.lookup("type").map(value -> value.token().text());
        return context.provider() == Provider.SQLITE
                ? "btree"
                : type.orElse("btree").toLowerCase(Locale.ROOT);
    }

    private String definition(
            String name, boolean unique, String method, List<Part> parts, @Nullable Expression where) {
        boolean sqlite = context.provider() == Provider.SQLITE;
        String columns = parts.stream().map(part -> part.sql(!sqlite)).collect(Collectors.joining(", ", "(", ")"));
        String condition = where == null ? "" : " WHERE " + where.declared();
        return "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + Sql.quote(name) + " ON "
                + context.quotedName(context.tableName(model)) + (sqlite ? "" : " USING " + method + " ") + columns
                + condition;
    }

    private Part part(Value member) {
        List<Argument> arguments = member instanceof Value.Call call ? call.arguments() : List.of();
        return new Part(
                context.columnNames(List.of(FieldNames.name(member)), model).get(0),
                word(arguments, "sort"),
                word(arguments, "ops"));
    }

    private static String word(List<Argument> arguments, String name) {
        return arguments.stream()
                .filter(argument -> argument.name().equals(name))
                .map(argument ->
                        raw(argument.value()).orElse(argument.value().token().text()))
                .findFirst()
                .orElse("");
    }

    /** What {@code raw("..")} says, word for word. */
    private static Optional<String> raw(Value value) {
        return value instanceof Value.Call call && call.function().equals("raw")
                ? call.arguments().stream()
                        .map(Argument::value)
                        .flatMap(text -> text.asText().stream())
                        .findFirst()
                : Optional.empty();
    }

    private Expression where(Value condition) {
        String declared = raw(condition)
                .orElseGet(() -> condition instanceof Value.Fields fields
                        ? fields.entries().stream().map(this::comparison).collect(Collectors.joining(" AND "))
                        : condition.token().text());
        return new Expression(context.provider() == Provider.SQLITE ? declared : "(" + declared + ")", null);
    }

    private String comparison(Argument entry) {
        String column =
                Sql.quote(context.columnNames(List.of(entry.name()), model).get(0));
        if (entry.value() instanceof Value.Fields not && !not.entries().isEmpty()) {
            return column + comparison(not.entries().get(0).value(), " IS NOT NULL", " != ");
        }
        return column + comparison(entry.value(), " IS NULL", " = ");
    }

    private static String comparison(Value value, String ofNull, String operator) {
        String word = value.token().text();
        if (word.equals("null")) {
            return ofNull;
        }
        return operator + (value instanceof Value.Text text ? Sql.literal(text.value()) : word);
    }

    /**
     * A column of an index.
     *
     * @param sort {@code Asc}, {@code Desc} or nothing
     * @param operators the operator class as the schema says it, or nothing
     */
    private record Part(String column, String sort, String operators) {

        Index.Part indexPart() {
            boolean descending = sort.equals("Desc");
            return new Index.Part(column, null, descending, descending, null);
        }

        String sql(boolean withOperators) {
            return Sql.quote(column)
                    + (withOperators && !operators.isEmpty() ? " " + OperatorClass.sqlName(operators) : "")
                    + (sort.isEmpty() ? "" : " " + sort.toUpperCase(Locale.ROOT));
        }
    }
}
