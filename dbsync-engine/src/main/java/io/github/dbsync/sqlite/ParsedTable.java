package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.ForeignKey.Checking;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a CREATE TABLE says beyond what the pragmas tell. Constraints are in the order in which they are declared. */
record ParsedTable(
        List<ParsedColumn> columns,
        @Nullable ParsedKey primaryKey,
        List<ParsedKey> uniques,
        List<ParsedForeignKey> foreignKeys,
        List<ParsedCheck> checks) {

    Optional<ParsedColumn> lookupColumn(String name) {
        return columns.stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * A column.
     *
     * @param collation what COLLATE says, or null
     * @param generated the expression of a generated column, or null
     */
    record ParsedColumn(
            String name,
            @Nullable String collation,
            @Nullable ParsedExpression generated) {}

    /** An expression: its text and its tokens, without outer parentheses. */
    record ParsedExpression(String text, List<SqliteToken> tokens) {}

    /**
     * A PRIMARY KEY or UNIQUE.
     *
     * @param definition its text, or null where its columns say it all
     */
    record ParsedKey(
            @Nullable String name,
            List<String> columns,
            boolean autoincrement,
            @Nullable String definition) {}

    record ParsedForeignKey(@Nullable String name, Checking checking, String definition) {}

    record ParsedCheck(@Nullable String name, ParsedExpression condition, String definition) {}
}
