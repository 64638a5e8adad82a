package io.github.dbsync.seed;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A value as it stands in a file, before anybody knows its column's type. */
sealed interface SeedValue {

    /** File and line. */
    String where();

    /** No value. */
    record Null(String where) implements SeedValue {}

    /** Text, which means what its column's type says; lists and maps are JSON. */
    record Text(String text, String where) implements SeedValue {
        public Text {
            requireNonNull(text, "text");
        }
    }

    /** Bytes as they are. */
    record Bytes(ByteBuffer bytes, String where) implements SeedValue {
        public Bytes {
            requireNonNull(bytes, "bytes");
        }
    }

    /**
     * The key of another row.
     *
     * @param table the other row's table as the file names it, or null for the one that the column's foreign key refers to
     * @param label the other row's label
     */
    record Reference(@Nullable String table, String label, String where) implements SeedValue {
        public Reference {
            requireNonNull(label, "label");
        }
    }
}
