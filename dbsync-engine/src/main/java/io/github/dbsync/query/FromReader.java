package io.github.dbsync.query;

import io.github.dbsync.catalog.Expression.Token;
import io.github.dbsync.catalog.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads a FROM: tables and views side by side or joined, one after the other. A nested join is taken apart where that changes
 * nothing, which is on the left of another and behind a comma.
 */
final class FromReader {

    private final TokenCursor tokens;
    private final Function<QualifiedName, Optional<Relation>> relations;
    private final Scope scope;
    private final ViewDialect target;
    private final StringBuilder sql = new StringBuilder();
    private final List<QualifiedName> read = new ArrayList<>();

    FromReader(
            List<Token> tokens,
            Function<QualifiedName, Optional<Relation>> relations,
            Scope scope,
            ViewDialect target) {
        this.tokens = new TokenCursor(tokens);
        this.relations = relations;
        this.scope = scope;
        this.target = target;
    }

    /** Puts the relations into the scope, and says the FROM. */
    String read() throws NotTranslatableException {
        joined();
        while (tokens.accept(",")) {
            sql.append(" CROSS JOIN ");
            joined();
        }
        tokens.expectEnd();
        return sql.toString();
    }

    /** The relations that were read, by their names at the target. */
    List<QualifiedName> relations() {
        return List.copyOf(read);
    }

    private void joined() throws NotTranslatableException {
        if (tokens.accept("(")) {
            joined();
            tokens.expect(")");
        } else {
            relation();
        }
        Optional<String> join = join();
        while (join.isPresent()) {
            sql.append(join.get());
            relation();
            condition(join.get());
            join = join();
        }
    }

    private Optional<String> join() {
        if (tokens.accept("LEFT", "OUTER", "JOIN") || tokens.accept("LEFT", "JOIN")) {
            return Optional.of(" LEFT JOIN ");
        }
        if (tokens.accept("CROSS", "JOIN")) {
            return Optional.of(" CROSS JOIN ");
        }
        return tokens.accept("INNER", "JOIN") || tokens.accept("JOIN") ? Optional.of(" JOIN ") : Optional.empty();
    }

    private void condition(String join) throws NotTranslatableException {
        if (tokens.accept("ON")) {
            sql.append(" ON ").append(phrases().condition().sql());
        } else if (tokens.accept("USING")) {
            sql.append(" ON ").append(using());
        } else if (!join.equals(" CROSS JOIN ")) {
            sql.append(" ON ").append(target.truth(true));
        }
    }

    private PhraseReader phrases() {
        return new PhraseReader(tokens, scope, Set.of(), new AggregateReader(scope, target, false), target);
    }

    private String using() throws NotTranslatableException {
        tokens.expect("(");
        List<String> conditions = new ArrayList<>();
        do {
            conditions.add(scope.using(tokens.name()).sql());
        } while (tokens.accept(","));
        tokens.expect(")");
        return String.join(" AND ", conditions);
    }

    private void relation() throws NotTranslatableException {
        String name = tokens.name();
        QualifiedName qualified = tokens.accept(".") ? new QualifiedName(name, tokens.name()) : QualifiedName.of(name);
        Relation relation = relations
                .apply(qualified)
                .orElseThrow(() ->
                        new NotTranslatableException("it reads " + qualified + ", which the other side does not have"));
        String alias = alias().orElse(qualified.name());
        if (!target.allows(alias)) {
            throw new NotTranslatableException("the other side does not allow the name " + alias);
        }
        scope.add(alias, relation);
        read.add(relation.target());
        sql.append(target.quote(relation.target())).append(" AS ").append(target.quote(alias));
    }

    private Optional<String> alias() throws NotTranslatableException {
        return tokens.accept("AS") ? Optional.of(tokens.name()) : tokens.acceptName();
    }
}
