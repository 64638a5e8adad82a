package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

/**
 * A PostgreSQL array of one dimension as a JSON array. The column cannot be null: JSON's {@code null} stands for an array that is.
 *
 * @param element how each member is said
 */
public record JsonList(Element element) implements StoredForm {

    public JsonList {
        requireNonNull(element, "element");
    }

    /** What a member is in JSON. */
    public enum Element {
        /** The text that PostgreSQL prints. */
        TEXT,
        NUMBER,
        BOOLEAN,
        /** JSON itself. */
        JSON
    }
}
