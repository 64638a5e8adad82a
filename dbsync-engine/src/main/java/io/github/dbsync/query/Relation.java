package io.github.dbsync.query;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.catalog.QualifiedName;
import java.util.List;

/**
 * A table or view that is on both sides.
 *
 * @param source its name at the source
 * @param target its name at the target
 * @param fields the columns that both sides have, in their order
 * @param complete whether these are all columns that the source has
 */
public record Relation(QualifiedName source, QualifiedName target, List<Field> fields, boolean complete) {

    public Relation {
        requireNonNull(source, "source");
        requireNonNull(target, "target");
        fields = List.copyOf(fields);
    }
}
