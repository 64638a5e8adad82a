package io.github.dbsync.endpoint;

import java.nio.file.Path;

/**
 * A SQLite database file.
 *
 * @param path absolute and normalised; it need not exist where the file is a target
 */
public record SqliteFile(Path path) implements Endpoint {

    public SqliteFile {
        path = path.toAbsolutePath().normalize();
    }

    @Override
    public String dialect() {
        return "sqlite";
    }

    @Override
    public String describe() {
        return "SQLite file " + path;
    }
}
