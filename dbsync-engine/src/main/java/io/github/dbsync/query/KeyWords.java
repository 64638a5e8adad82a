package io.github.dbsync.query;

import java.util.Set;

/** The words that are no names in a view, even unquoted: those that are understood, and those that would be misunderstood. */
public final class KeyWords {

    private static final Set<String> UNDERSTOOD = Set.of(
            "CREATE",
            "VIEW",
            "SELECT",
            "DISTINCT",
            "ALL",
            "AS",
            "FROM",
            "JOIN",
            "INNER",
            "LEFT",
            "OUTER",
            "CROSS",
            "ON",
            "USING",
            "WHERE",
            "GROUP",
            "BY",
            "HAVING",
            "UNION",
            "ORDER",
            "ASC",
            "DESC",
            "NULLS",
            "AND",
            "OR",
            "NOT",
            "IS",
            "NULL",
            "IN",
            "BETWEEN",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "TRUE",
            "FALSE");

    private static final Set<String> OTHERS = Set.of(
            "NATURAL",
            "RIGHT",
            "FULL",
            "LATERAL",
            "ONLY",
            "INDEXED",
            "TABLESAMPLE",
            "LIKE",
            "ILIKE",
            "GLOB",
            "REGEXP",
            "MATCH",
            "SIMILAR",
            "ISNULL",
            "NOTNULL",
            "COLLATE",
            "CAST",
            "EXISTS",
            "ANY",
            "SOME",
            "ARRAY",
            "ROW",
            "OVER",
            "FILTER",
            "WINDOW",
            "LIMIT",
            "OFFSET",
            "FETCH",
            "FOR",
            "EXCEPT",
            "INTERSECT",
            "WITH",
            "VALUES",
            "ESCAPE");

    private KeyWords() {}

    /** @param word a word in upper case */
    public static boolean contains(String word) {
        return UNDERSTOOD.contains(word) || OTHERS.contains(word);
    }
}
