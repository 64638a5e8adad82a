package io.github.dbsync.prisma;

import static java.util.Objects.requireNonNull;

/**
 * A word of a schema and its place, so that an edit can touch it and nothing else.
 *
 * @param text the word as written; of a string literal, quotes and escapes included
 * @param file the file that it stands in
 * @param start the offset of its first character in the file's text
 * @param end the offset behind its last character
 */
public record Token(String text, SchemaFile file, int start, int end) {

    public Token {
        requireNonNull(text, "text");
        requireNonNull(file, "file");
    }

    /** Path and line, for people. */
    public String where() {
        return file.at(start);
    }
}
