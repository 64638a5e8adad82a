package io.github.dbsync.query;

import io.github.dbsync.catalog.Expression.Token;
import io.github.dbsync.catalog.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the statement that makes a view, and says its query in the words of another dialect. */
public final class ViewReader {

    private final TokenCursor tokens;
    private final Function<QualifiedName, Optional<Relation>> relations;
    private final ViewDialect source;
    private final ViewDialect target;
    private final List<String> names = new ArrayList<>();
    private final List<SelectReader> selects = new ArrayList<>();
    private final StringBuilder sql = new StringBuilder();
    private List<Field> fields = List.of();

    private ViewReader(
            List<Token> tokens,
            Function<QualifiedName, Optional<Relation>> relations,
            ViewDialect source,
            ViewDialect target) {
        this.tokens = new TokenCursor(tokens);
        this.source = source;
        this.relations = relations;
        this.target = target;
    }

    /**
     * Says a view's query for another dialect.
     *
     * @param definition the statement that makes the view
     * @param relations the tables and views that both sides have, by their names at the source as the view spells them
     * @throws NotTranslatableException where the meaning may not be the same
     */
    public static TranslatedQuery read(
            String definition,
            Function<QualifiedName, Optional<Relation>> relations,
            ViewDialect source,
            ViewDialect target)
            throws NotTranslatableException {
        return new ViewReader(source.tokens(definition), relations, source, target).read();
    }

    private TranslatedQuery read() throws NotTranslatableException {
        heading();
        first();
        while (tokens.accept("UNION")) {
            union(tokens.accept("ALL"));
        }
        if (tokens.accept("ORDER", "BY")) {
            sql.append(" ORDER BY ").append(order());
        }
        tokens.expectEnd();
        return new TranslatedQuery(
                sql.toString(),
                fields,
                selects.stream()
                        .flatMap(select -> select.relations().stream())
                        .distinct()
                        .toList());
    }

    private void heading() throws NotTranslatableException {
        tokens.expect("CREATE");
        tokens.expect("VIEW");
        tokens.name();
        if (tokens.accept(".")) {
            tokens.name();
        }
        if (tokens.accept("(")) {
            do {
                names.add(tokens.name());
            } while (tokens.accept(","));
            tokens.expect(")");
        }
        tokens.expect("AS");
    }

    private void first() throws NotTranslatableException {
        SelectReader select = select();
        sql.append(select.read(names));
        List<Output> outputs = select.outputs();
        if (!names.isEmpty() && names.size() != outputs.size()) {
            throw new NotTranslatableException("it has more or fewer columns than names");
        }
        List<Field> first = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            String name = names.isEmpty() ? outputs.get(i).name() : names.get(i);
            first.add(outputs.get(i).field(String.valueOf(name)));
        }
        fields = first;
    }

    private SelectReader select() throws NotTranslatableException {
        SelectReader select = new SelectReader(SelectClauses.read(tokens), relations, target);
        selects.add(select);
        return select;
    }

    private void union(boolean all) throws NotTranslatableException {
        SelectReader select = select();
        List<String> given = fields.stream().map(Field::name).toList();
        sql.append(all ? " UNION ALL " : " UNION ").append(select.read(given));
        if (select.outputs().size() != fields.size()) {
            throw new NotTranslatableException("its parts have different numbers of columns");
        }
        List<Field> merged = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            merged.add(merged(fields.get(i), select.outputs().get(i), all));
        }
        fields = merged;
    }

    private static Field merged(Field field, Output output, boolean all) throws NotTranslatableException {
        Field other = output.field(field.name());
        Phrase left = new Phrase(field.name(), field.type(), field.comparison(), false, false);
        Phrase right = new Phrase(field.name(), other.type(), other.comparison(), false, false);
        Comparison comparison = field.comparison().weaker(other.comparison());
        Phrase merged = new Phrase(field.name(), left.typeWith(right), comparison, false, false);
        if (!all) {
            Comparisons.requireEquality(merged);
        }
        return new Field(field.name(), left.typeWith(right), comparison);
    }

    private String order() throws NotTranslatableException {
        List<String> keys = new ArrayList<>();
        do {
            keys.add(orderKey(tokens.upTo(List.of(",", "ASC", "DESC", "NULLS", "LIMIT", "OFFSET", "FETCH", "FOR"))));
        } while (tokens.accept(","));
        return String.join(", ", keys);
    }

    /** Where nulls stand is said in any case, since the two sides put them elsewhere by themselves. */
    private String orderKey(List<Token> key) throws NotTranslatableException {
        Phrase phrase = phrase(key);
        Comparisons.requireOrder(phrase);
        boolean descending = tokens.accept("DESC");
        if (!descending) {
            tokens.accept("ASC");
        }
        return phrase.sql() + (descending ? " DESC" : "") + (nullsFirst(descending) ? " NULLS FIRST" : " NULLS LAST");
    }

    private boolean nullsFirst(boolean descending) throws NotTranslatableException {
        if (!tokens.accept("NULLS")) {
            return source.nullsAreLeast() != descending;
        }
        return tokens.name().equalsIgnoreCase("FIRST");
    }

    /** A column of the view by its number, as which it is never mistaken for anything else; or an expression. */
    private Phrase phrase(List<Token> key) throws NotTranslatableException {
        for (int i = 0; i < fields.size(); i++) {
            if (key.size() == 1 && isColumn(key.get(0), i)) {
                Field field = fields.get(i);
                return new Phrase(String.valueOf(i + 1), field.type(), field.comparison(), false, false);
            }
        }
        if (selects.size() > 1) {
            throw new NotTranslatableException("it orders by what is not among its columns");
        }
        return selects.get(0).orderKey(key);
    }

    private boolean isColumn(Token key, int index) {
        return key instanceof Token.Name name
                ? name.column().equalsIgnoreCase(fields.get(index).name())
                : key.equals(new Token.Number(String.valueOf(index + 1)));
    }
}
