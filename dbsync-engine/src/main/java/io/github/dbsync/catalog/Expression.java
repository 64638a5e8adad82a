package io.github.dbsync.catalog;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition or value in SQL, of a CHECK, an index or a generated column.
 *
 * @param declared the text as its own database prints it, without outer parentheses
 * @param portable the same as tokens that mean the same in every dialect, or null where some part of it does not
 */
public record Expression(String declared, @Nullable List<Token> portable) {

    public Expression {
        requireNonNull(declared, "declared");
        portable = portable == null ? null : List.copyOf(portable);
    }

    /** A token of a portable expression. */
    public sealed interface Token {
        /** A column of the table. */
        record Name(String column) implements Token {}

        /** A text literal, unquoted. */
        record Text(String value) implements Token {}

        /** A number as SQL writes it. */
        record Number(String digits) implements Token {}

        /** A key word, an operator, a parenthesis, a comma or a function's name, in upper case. */
        record Word(String word) implements Token {}
    }
}
