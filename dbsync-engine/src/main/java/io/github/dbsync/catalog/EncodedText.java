package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

/**
 * Text whose bytes are not in the database's encoding.
 *
 * @param charset the name of the encoding that they are in, such as {@code windows-1252}
 */
public record EncodedText(String charset) implements StoredForm {

    public EncodedText {
        requireNonNull(charset, "charset");
    }
}
