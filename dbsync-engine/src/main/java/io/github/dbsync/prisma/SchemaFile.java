package io.github.dbsync.prisma;

import static java.util.Objects.requireNonNull;

/**
 * A file of a schema.
 *
 * @param path where it stands, for people
 * @param text its text, line ends and all
 */
public record SchemaFile(String path, String text) {

    public SchemaFile {
        requireNonNull(path, "path");
        requireNonNull(text, "text");
    }

    /** Path and line of an offset, such as {@code prisma/schema.prisma:3}. */
    String at(int offset) {
        long line = 1 + text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return path + ":" + line;
    }
}
