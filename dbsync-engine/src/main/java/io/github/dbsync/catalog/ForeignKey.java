package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param name its name, or null where it has none
 * @param columns the child's columns
 * @param parent the table referred to
 * @param parentColumns the parent's columns, in the order of {@code columns}; never empty, an implicit target is resolved
 * @param onDelete what happens to the child when the parent's row goes
 * @param onUpdate what happens to the child when the parent's key changes
 * @param checking when the key is checked
 * @param definition the constraint as its own database prints it, or null
 */
public record ForeignKey(
        @Nullable String name,
        List<String> columns,
        QualifiedName parent,
        List<String> parentColumns,
        Action onDelete,
        Action onUpdate,
        Checking checking,
        @Nullable String definition) {

    public ForeignKey {
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
        requireNonNull(parent, "parent");
        requireNonNull(onDelete, "onDelete");
        requireNonNull(onUpdate, "onUpdate");
        requireNonNull(checking, "checking");
    }

    public ForeignKey withParent(QualifiedName renamed) {
        return new ForeignKey(name, columns, renamed, parentColumns, onDelete, onUpdate, checking, definition);
    }

    /** What a foreign key does when its parent changes. */
    public enum Action {
        NO_ACTION,
        RESTRICT,
        CASCADE,
        SET_NULL,
        SET_DEFAULT;

        /** The words of standard SQL. */
        public String sql() {
            return name().replace('_', ' ');
        }
    }

    /** When a foreign key is checked. */
    public enum Checking {
        IMMEDIATE,
        DEFERRABLE,
        DEFERRED
    }
}
