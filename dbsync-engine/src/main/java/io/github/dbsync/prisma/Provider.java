package io.github.dbsync.prisma;

import java.util.Optional;

/** The databases that dbsync moves between, as a datasource names them. */
public enum Provider {
    SQLITE,
    POSTGRESQL;

    /** The word for it in a schema. */
    public String word() {
        return switch (this) {
            case SQLITE -> "sqlite";
            case POSTGRESQL -> "postgresql";
        };
    }

    /** The one that dbsync moves to from here. */
    public Provider other() {
        return switch (this) {
            case SQLITE -> POSTGRESQL;
            case POSTGRESQL -> SQLITE;
        };
    }

    /** The provider that a word means; {@code postgres} is {@code postgresql}. */
    public static Optional<Provider> of(String word) {
        return switch (word) {
            case "sqlite" -> Optional.of(SQLITE);
            case "postgresql", "postgres" -> Optional.of(POSTGRESQL);
            default -> Optional.empty();
        };
    }
}
