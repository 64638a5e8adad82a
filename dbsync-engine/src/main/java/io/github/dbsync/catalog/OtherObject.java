package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Anything in a database that is not a table or part of one: a view, a trigger, a function, a type, a comment.
 *
 * @param kind what it is, in the dialect's own words and lower case, such as {@code materialized view}
 * @param name its name
 * @param table the table it hangs on, or null where it stands alone
 * @param definition the statement that makes it again completely, as its own database prints it, or null where no statement
 *     does (a virtual table and its content, a large object)
 * @param removal the statement that removes it alone, or null where none is known, or it goes with what it hangs on
 * @param tables the tables that it cannot be without, directly or through other objects
 * @param moment when it can be made again
 * @param requirements what the server must have so that it can be made, in the dialect's own words, such as {@code role alice}
 */
public record OtherObject(
        String kind,
        QualifiedName name,
        @Nullable QualifiedName table,
        @Nullable String definition,
        @Nullable String removal,
        List<QualifiedName> tables,
        Moment moment,
        List<String> requirements) {

    /** How the kind of an object begins that nobody can read. */
    public static final String UNKNOWN = "unknown";

    private static final String AS_ENUM = " AS ENUM ";

    public OtherObject {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        tables = List.copyOf(tables);
        requireNonNull(moment, "moment");
        requirements = List.copyOf(requirements);
    }

    /** An object that requires nothing of its server. */
    public OtherObject(
            String kind,
            QualifiedName name,
            @Nullable QualifiedName table,
            @Nullable String definition,
            @Nullable String removal,
            List<QualifiedName> tables,
            Moment moment) {
        this(kind, name, table, definition, removal, tables, moment, List.of());
    }

    /** An object of a database that does not say what it needs: it is made when all else is there. */
    public OtherObject(String kind, QualifiedName name, @Nullable QualifiedName table, @Nullable String definition) {
        this(kind, name, table, definition, null, table == null ? List.of() : List.of(table), Moment.AFTER_ROWS);
    }

    /** Whether it holds rows of its own, as a virtual table does; those of a foreign table are elsewhere. */
    public boolean holdsRows() {
        return kind.equals("partition")
                || kind.equals("large objects")
                || (kind.endsWith("table") && !kind.equals("foreign table"));
    }

    /** The values of an enum as its definition lists them, in parentheses; empty for all else. */
    public Optional<String> enumValues() {
        return Optional.ofNullable(definition)
                .filter(text -> kind.equals("enum type") && text.contains(AS_ENUM))
                .map(text -> text.substring(text.indexOf(AS_ENUM) + AS_ENUM.length()));
    }

    /** Whether it is of a kind that nobody can read. */
    public boolean isUnknown() {
        return kind.startsWith(UNKNOWN);
    }

    /** Whether another is of the same kind and name, whatever it is made of. */
    public boolean isNamesakeOf(OtherObject other) {
        return kind.equals(other.kind()) && name.equals(other.name());
    }

    /** When an object can be made, and must be for the sake of others. */
    public enum Moment {
        /** It needs no table, and tables may need it. */
        BEFORE_TABLES,
        /** It needs a table, and what comes after the rows (checks, defaults) may need it. */
        BEFORE_ROWS,
        AFTER_ROWS
    }
}
