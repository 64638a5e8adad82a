package io.github.dbsync.prisma;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * An attribute of a field ({@code @id}) or of a block ({@code @@index([a, b])}).
 *
 * @param name its name without the at signs, such as {@code db.VarChar}
 * @param arguments its arguments in their order
 */
public record Attribute(Token name, List<Argument> arguments) {

    public Attribute {
        requireNonNull(name, "name");
        arguments = List.copyOf(arguments);
    }

    public boolean is(String wanted) {
        return name.text().equals(wanted);
    }

    /** The value of the argument that may be given without its name. */
    public Optional<Value> lookupMain(String argument) {
        return lookup("").or(() -> lookup(argument));
    }

    /** The value of an argument that is given by its name. */
    public Optional<Value> lookup(String argument) {
        return arguments.stream()
                .filter(candidate -> candidate.name().equals(argument))
                .map(Argument::value)
                .findFirst();
    }

    /** The text of an argument that is given by its name. */
    public Optional<String> lookupText(String argument) {
        return lookup(argument).flatMap(Value::asText);
    }
}
