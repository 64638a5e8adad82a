package io.github.dbsync.query;

import io.github.dbsync.catalog.Expression.Token;
import io.github.dbsync.catalog.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one SELECT without what orders its rows, and says it in the target's words. */
final class SelectReader {

    private final SelectClauses clauses;
    private final ViewDialect target;
    private final Scope scope;
    private final FromReader from;
    private final AggregateReader aggregates;
    private final Set<String> keys = new LinkedHashSet<>();
    private final List<Output> outputs = new ArrayList<>();

    SelectReader(SelectClauses clauses, Function<QualifiedName, Optional<Relation>> relations, ViewDialect target) {
        this.clauses = clauses;
        this.target = target;
        this.scope = new Scope(target);
        this.from = new FromReader(clauses.from(), relations, scope, target);
        this.aggregates = new AggregateReader(scope, target, true);
    }

    /**
     * Reads all of it.
     *
     * @param names the names that its columns get, or none where it gives them itself
     */
    String read(List<String> names) throws NotTranslatableException {
        String relations = clauses.from().isEmpty() ? "" : " FROM " + from.read();
        String where = clauses.where().isEmpty()
                ? ""
                : " WHERE "
                        + whole(clauses.where(), Set.of(), false).condition().sql();
        readKeys();
        readOutputs();
        String having = clauses.having().isEmpty()
                ? ""
                : " HAVING "
                        + settled(whole(clauses.having(), keys, true).condition())
                                .sql();
        requireSettledOutputs();
        return "SELECT " + (clauses.distinct() ? "DISTINCT " : "") + said(names) + relations + where + groupBy()
                + having;
    }

    /** Its columns, in their order. */
    List<Output> outputs() {
        return List.copyOf(outputs);
    }

    /** The relations that it reads, by their names at the target. */
    List<QualifiedName> relations() {
        return from.relations();
    }

    /** An expression that its rows are ordered by. */
    Phrase orderKey(List<Token> tokens) throws NotTranslatableException {
        Phrase key = whole(tokens, keys, true).value();
        if (clauses.distinct()
                && outputs.stream().noneMatch(output -> output.phrase().sql().equals(key.sql()))) {
            throw new NotTranslatableException("it orders by what is not among its columns");
        }
        if (key.constant()) {
            throw new NotTranslatableException("it orders by a number or text");
        }
        return settled(key);
    }

    private WholeReader whole(List<Token> tokens, Set<String> groupedBy, boolean aggregating) {
        TokenCursor cursor = new TokenCursor(tokens);
        AggregateReader reader = aggregating ? aggregates : new AggregateReader(scope, target, false);
        return new WholeReader(cursor, new PhraseReader(cursor, scope, groupedBy, reader, target));
    }

    /** Reads tokens from the first to the last. */
    private record WholeReader(TokenCursor tokens, PhraseReader phrases) {
        Phrase condition() throws NotTranslatableException {
            Phrase condition = phrases.condition();
            tokens.expectEnd();
            return condition;
        }

        Phrase value() throws NotTranslatableException {
            Phrase value = phrases.value();
            tokens.expectEnd();
            return value;
        }
    }

    private void readKeys() throws NotTranslatableException {
        if (clauses.groupBy().isEmpty()) {
            return;
        }
        for (List<Token> item : new TokenCursor(clauses.groupBy()).items()) {
            Phrase key = whole(item, Set.of(), false).value();
            if (key.constant()) {
                throw new NotTranslatableException("it groups by a number or text");
            }
            Comparisons.requireEquality(key);
            keys.add(key.sql());
        }
    }

    private void readOutputs() throws NotTranslatableException {
        for (List<Token> item : new TokenCursor(clauses.outputs()).items()) {
            TokenCursor tokens = new TokenCursor(item);
            if (tokens.accept("*")) {
                outputs.addAll(scope.all());
            } else if (endsWithStar(item)) {
                outputs.addAll(scope.all(tokens.name()));
                tokens.expect(".");
                tokens.expect("*");
            } else {
                outputs.add(output(tokens, item));
            }
            tokens.expectEnd();
        }
    }

    private static boolean endsWithStar(List<Token> item) {
        return item.size() == 3 && item.get(2).equals(new Token.Word("*"));
    }

    private Output output(TokenCursor tokens, List<Token> item) throws NotTranslatableException {
        Phrase phrase = new PhraseReader(tokens, scope, keys, aggregates, target).value();
        Optional<String> alias = tokens.accept("AS") ? Optional.of(tokens.name()) : tokens.acceptName();
        return new Output(alias.orElseGet(() -> columnName(item)), phrase);
    }

    /** A plain column has its name; what else SQLite calls a column without a name is its own matter. */
    private static @Nullable String columnName(List<Token> item) {
        boolean plain = item.size() == 1 || (item.size() == 3 && item.get(1).equals(new Token.Word(".")));
        return plain && item.get(item.size() - 1) instanceof Token.Name name ? name.column() : null;
    }

    private boolean isGrouped() {
        return aggregates.any()
                || !clauses.groupBy().isEmpty()
                || !clauses.having().isEmpty();
    }

    private Phrase settled(Phrase phrase) throws NotTranslatableException {
        if (isGrouped() && phrase.loose()) {
            throw new NotTranslatableException("it takes a column of just any row of a group");
        }
        return phrase;
    }

    private void requireSettledOutputs() throws NotTranslatableException {
        for (Output output : outputs) {
            settled(output.phrase());
            if (clauses.distinct()) {
                Comparisons.requireEquality(output.phrase());
            }
        }
    }

    private String said(List<String> names) throws NotTranslatableException {
        Set<String> seen = new LinkedHashSet<>();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            String name = i < names.size() ? names.get(i) : outputs.get(i).name();
            if (name == null || !target.allows(name) || !seen.add(name.toLowerCase(Locale.ROOT))) {
                throw new NotTranslatableException(
                        name == null
                                ? "one of its columns has no name"
                                : "the other side does not allow the name " + name + " for its column");
            }
            columns.add(outputs.get(i).phrase().sql() + " AS " + target.quote(name));
        }
        return String.join(", ", columns);
    }

    private String groupBy() {
        return keys.isEmpty() ? "" : " GROUP BY " + String.join(", ", keys);
    }
}
