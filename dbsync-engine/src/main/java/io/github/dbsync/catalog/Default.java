package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

/**
 * A column's default: the text as declared, and what it means where that is known.
 *
 * @param declared the expression as its own database prints it
 * @param meaning what it means; {@link Meaning.Unknown} where only its own database can say it
 */
public record Default(String declared, Meaning meaning) {

    public Default {
        requireNonNull(declared, "declared");
        requireNonNull(meaning, "meaning");
    }

    /** The defaults that every dialect can say. */
    public sealed interface Meaning {
        record Null() implements Meaning {}

        record Text(String value) implements Meaning {}

        /** @param digits a number as SQL writes it, such as {@code -1.50} or {@code 1e3} */
        record Number(String digits) implements Meaning {}

        record Bool(boolean value) implements Meaning {}

        /** @param hex two digits a byte */
        record Bytes(String hex) implements Meaning {}

        /** The moment of the statement, in UTC. */
        record CurrentTimestamp() implements Meaning {}

        record CurrentDate() implements Meaning {}

        record CurrentTime() implements Meaning {}

        record Unknown() implements Meaning {}
    }
}
