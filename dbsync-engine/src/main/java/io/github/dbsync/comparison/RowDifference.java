package io.github.dbsync.comparison;

import static java.util.Objects.requireNonNull;

/**
 * A row that is not the same at both ends.
 *
 * @param kind what is different
 * @param key what tells the row from others
 */
public record RowDifference(Kind kind, RowKey key) {

    public RowDifference {
        requireNonNull(kind, "kind");
        requireNonNull(key, "key");
    }

    /** What is different of a row. */
    public enum Kind {
        /** Both ends have a row of this key, with other values. */
        CHANGED("changed"),
        /** Only the source has it. */
        MISSING("missing at the target"),
        /** Only the target has it. */
        ADDED("only at the target");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The kind for people. */
        public String words() {
            return words;
        }
    }
}
