package io.github.dbsync.plan;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.QualifiedName;
import java.util.function.UnaryOperator;

/**
 * The name that a table gets on the other side. A table of the source's home schema goes to the target's; one of another
 * schema keeps its schema where the target has schemas, and carries it in its name where it has none.
 *
 * @param sourceHome the schema that plain names mean at the source; empty for SQLite
 * @param targetHome the schema that plain names mean at the target; empty for SQLite
 */
public record Naming(String sourceHome, String targetHome) implements UnaryOperator<QualifiedName> {

    public Naming {
        requireNonNull(sourceHome, "sourceHome");
        requireNonNull(targetHome, "targetHome");
    }

    @Override
    public QualifiedName apply(QualifiedName name) {
        if (name.schema().equals(sourceHome)) {
            return new QualifiedName(targetHome, name.name());
        }
        return targetHome.isEmpty() ? QualifiedName.of(name.toString()) : name;
    }

    /** How names come the other way. */
    Naming reversed() {
        return new Naming(targetHome, sourceHome);
    }
}
