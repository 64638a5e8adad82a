package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Anything in a database that is not a table or part of one: a view, a trigger, a function, a type, a comment.
 *
 * @param kind what it is, in the dialect's own words and lower case, such as {@code materialized view}
 * @param name its name
 * @param table the table it hangs on, or null where it stands alone
 * @param definition the statement that makes it again completely, as its own database prints it, or null where no statement
 *     does (a virtual table and its content, a large object)
 */
public record OtherObject(
        String kind,
        QualifiedName name,
        @Nullable QualifiedName table,
        @Nullable String definition) {

    public OtherObject {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
    }

    /** Whether it holds rows of its own, as a partitioned, inherited, foreign or virtual table does. */
    public boolean holdsRows() {
        return kind.endsWith("table") || kind.equals("partition") || kind.equals("large objects");
    }
}
