package io.github.dbsync.prisma;

import java.util.List;
import java.util.Optional;

/** An expression of the schema language. */
public sealed interface Value {

    /** What is written there, all of it. */
    Token token();

    /** What a string literal says; empty of anything else. */
    default Optional<String> asText() {
        return this instanceof Text text ? Optional.of(text.value()) : Optional.empty();
    }

    /** @param value the text without its quotes and escapes */
    record Text(String value, Token token) implements Value {}

    /** The digits are the token's text, such as {@code -1.50}. */
    record Number(Token token) implements Value {}

    /** A bare word: {@code true}, an enum's value, a field's name, perhaps with dots. */
    record Constant(Token token) implements Value {
        public String name() {
            return token.text();
        }
    }

    record Call(String function, List<Argument> arguments, Token token) implements Value {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    record Array(List<Value> values, Token token) implements Value {
        public Array {
            values = List.copyOf(values);
        }
    }

    /** {@code { paid: true, state: { not: OPEN } }}, the condition of a partial index. */
    record Fields(List<Argument> entries, Token token) implements Value {
        public Fields {
            entries = List.copyOf(entries);
        }
    }
}
