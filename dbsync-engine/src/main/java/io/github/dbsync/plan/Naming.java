package io.github.dbsync.plan;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.rules.ColumnRules;
import java.util.function.UnaryOperator;

/**
 * The name that a table gets on the other side: another one where a rule says so. A table of the source's home schema goes to the target's; one of another
 * schema keeps its schema where the target has schemas, and carries it in its name where it has none.
 *
 * @param sourceHome the schema that plain names mean at the source; empty for SQLite
 * @param targetHome the schema that plain names mean at the target; empty for SQLite
 * @param rules what the user says of names
 */
public record Naming(String sourceHome, String targetHome, ColumnRules rules) implements UnaryOperator<QualifiedName> {

    public Naming {
        requireNonNull(sourceHome, "sourceHome");
        requireNonNull(targetHome, "targetHome");
        requireNonNull(rules, "rules");
    }

    /** Names of which no rule speaks. */
    public Naming(String sourceHome, String targetHome) {
        this(sourceHome, targetHome, ColumnRules.NONE);
    }

    @Override
    public QualifiedName apply(QualifiedName source) {
        QualifiedName name = rules.nameOf(spelled(source))
                .map(other -> new QualifiedName(source.schema(), other))
                .orElse(source);
        if (name.schema().equals(sourceHome)) {
            return new QualifiedName(targetHome, name.name());
        }
        return targetHome.isEmpty() ? QualifiedName.of(name.toString()) : name;
    }

    /** How rules spell a name of the source: without a schema where it is of the home schema. */
    String spelled(QualifiedName source) {
        return source.schema().equals(sourceHome) ? source.name() : source.toString();
    }

    /** How rules spell a name of the target. */
    String spelledAtTarget(QualifiedName target) {
        return target.schema().equals(targetHome) ? target.name() : target.toString();
    }

    /**
     * The name that a table goes back to: the one that it came with, in the schema that is home now where it came from the one
     * that was.
     *
     * @param origin the name that it came with
     * @param created the name that it got at what is the source now
     */
    QualifiedName home(QualifiedName origin, QualifiedName created) {
        if (targetHome.isEmpty()) {
            return created.schema().equals(sourceHome) ? origin : apply(created);
        }
        boolean carriesSchema = created.name().startsWith(origin.schema() + ".")
                && !created.name().equals(origin.name());
        return carriesSchema ? origin : new QualifiedName(targetHome, origin.name());
    }
}
