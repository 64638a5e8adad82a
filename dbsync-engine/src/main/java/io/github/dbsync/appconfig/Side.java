package io.github.dbsync.appconfig;

import java.util.Optional;

/** The two kinds of database, with the words that files and parameters have for them. */
enum Side {
    SQLITE("sqlite", "SQLite", "-Ddbsync.sqlite"),
    POSTGRESQL("postgresql", "PostgreSQL", "-Ddbsync.postgres");

    private final String id;
    private final String title;
    private final String parameter;

    Side(String id, String title, String parameter) {
        this.id = id;
        this.title = title;
        this.parameter = parameter;
    }

    /** The id that {@link io.github.dbsync.endpoint.Endpoint#dialect()} and Prisma's provider use. */
    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** The parameter that names an end of this kind. */
    String parameter() {
        return parameter;
    }

    Side opposite() {
        return this == SQLITE ? POSTGRESQL : SQLITE;
    }

    /** The kind that a word means; {@code postgres} is {@code postgresql}, as Prisma has it. */
    static Optional<Side> of(String word) {
        return switch (word) {
            case "sqlite" -> Optional.of(SQLITE);
            case "postgresql", "postgres" -> Optional.of(POSTGRESQL);
            default -> Optional.empty();
        };
    }
}
