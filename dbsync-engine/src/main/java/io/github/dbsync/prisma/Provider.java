package io.github.dbsync.prisma;

import java.util.Optional;

/** The databases that dbsync moves between, as a datasource names them. */
public enum Provider {
    SQLITE,
    POSTGRESQL;

    /** The provider that a word means; {@code postgres} is {@code postgresql}. */
    public static Optional<Provider> of(String word) {
        return switch (word) {
            case "sqlite" -> Optional.of(SQLITE);
            case "postgresql", "postgres" -> Optional.of(POSTGRESQL);
            default -> Optional.empty();
        };
    }
}
