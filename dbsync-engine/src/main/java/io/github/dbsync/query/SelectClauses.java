package io.github.dbsync.query;

import io.github.dbsync.catalog.Expression.Token;
import java.util.List;

/** The clauses of one SELECT as tokens, without the words that begin them; empty where there is no such clause. */
record SelectClauses(
        boolean distinct,
        List<Token> outputs,
        List<Token> from,
        List<Token> where,
        List<Token> groupBy,
        List<Token> having) {

    /** The words outside of parentheses that end a clause. */
    private static final List<String> ENDS =
            List.of("FROM", "WHERE", "GROUP", "HAVING", "UNION", "EXCEPT", "INTERSECT", "ORDER", "LIMIT", "WINDOW");

    static SelectClauses read(TokenCursor tokens) throws NotTranslatableException {
        tokens.expect("SELECT");
        boolean distinct = tokens.accept("DISTINCT");
        if (!distinct) {
            tokens.accept("ALL");
        }
        return new SelectClauses(
                distinct,
                tokens.upTo(ENDS),
                clause(tokens, "FROM"),
                clause(tokens, "WHERE"),
                clause(tokens, "GROUP", "BY"),
                clause(tokens, "HAVING"));
    }

    private static List<Token> clause(TokenCursor tokens, String... words) {
        return tokens.accept(words) ? tokens.upTo(ENDS) : List.of();
    }
}
