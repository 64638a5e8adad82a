package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

/**
 * The name of a table, view or sequence, exactly as the database spells it and without quotes.
 *
 * @param schema the schema; empty in SQLite, which has none
 * @param name the object's own name
 */
public record QualifiedName(String schema, String name) implements Comparable<QualifiedName> {

    public QualifiedName {
        requireNonNull(schema, "schema");
        requireNonNull(name, "name");
    }

    /** A name without a schema. */
    public static QualifiedName of(String name) {
        return new QualifiedName("", name);
    }

    @Override
    public int compareTo(QualifiedName other) {
        int bySchema = schema.compareTo(other.schema);
        return bySchema != 0 ? bySchema : name.compareTo(other.name);
    }

    /** The name for people: {@code schema.name}, or just the name where there is no schema. */
    @Override
    public String toString() {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
