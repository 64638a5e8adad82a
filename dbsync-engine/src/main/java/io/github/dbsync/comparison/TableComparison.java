package io.github.dbsync.comparison;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.batch.TableDigest;
import io.github.dbsync.catalog.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One table at both ends.
 *
 * @param source its name at the source
 * @param target its name at the target
 * @param definition how its definitions differ in meaning, each as a sentence; empty where they do not
 * @param sourceDigest of the source's rows, or null where they could not be compared
 * @param targetDigest of the target's rows, or null where they could not be compared
 * @param rows the rows that differ, in the order of their keys, as far as they were looked for
 * @param complete whether there are no others
 */
public record TableComparison(
        QualifiedName source,
        QualifiedName target,
        List<String> definition,
        @Nullable TableDigest sourceDigest,
        @Nullable TableDigest targetDigest,
        List<RowDifference> rows,
        boolean complete) {

    public TableComparison {
        requireNonNull(source, "source");
        requireNonNull(target, "target");
        definition = List.copyOf(definition);
        rows = List.copyOf(rows);
    }

    /** A table whose rows cannot be compared. */
    static TableComparison ofDefinition(QualifiedName source, QualifiedName target, List<String> definition) {
        return new TableComparison(source, target, definition, null, null, List.of(), true);
    }

    /** Whether both ends have the same table with the same rows. */
    public boolean same() {
        return definition.isEmpty() && sourceDigest != null && sourceDigest.equals(targetDigest);
    }
}
