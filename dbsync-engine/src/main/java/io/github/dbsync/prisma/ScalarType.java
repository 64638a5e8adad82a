package io.github.dbsync.prisma;

import java.util.Arrays;
import java.util.Optional;

/** The types that Prisma knows of itself. */
public enum ScalarType {
    STRING("String"),
    BOOLEAN("Boolean"),
    INT("Int"),
    BIGINT("BigInt"),
    FLOAT("Float"),
    DECIMAL("Decimal"),
    DATETIME("DateTime"),
    JSON("Json"),
    BYTES("Bytes");

    private final String word;

    ScalarType(String word) {
        this.word = word;
    }

    /** The type that a word means. */
    public static Optional<ScalarType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    /** The type of a field; empty where it is a model, an enum or unsupported. */
    public static Optional<ScalarType> of(Field field) {
        return field.type().unsupported() ? Optional.empty() : of(field.type().name());
    }
}
