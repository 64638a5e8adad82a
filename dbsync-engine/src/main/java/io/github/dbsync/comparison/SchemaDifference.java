package io.github.dbsync.comparison;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table or type that is not the same in two databases.
 *
 * @param subject what it is, with its name
 * @param onlyExpected what only the one has that says how it should be, each in words
 * @param onlyActual what only the other one has
 */
public record SchemaDifference(String subject, List<String> onlyExpected, List<String> onlyActual) {

    public SchemaDifference {
        requireNonNull(subject, "subject");
        onlyExpected = List.copyOf(onlyExpected);
        onlyActual = List.copyOf(onlyActual);
    }

    /**
     * The difference in words.
     *
     * @param expected who says how it should be, for people
     * @param actual the other one
     */
    public String text(String expected, String actual) {
        return Stream.concat(
                        onlyExpected.stream().map(fact -> "only " + expected + " has " + fact),
                        onlyActual.stream().map(fact -> "only " + actual + " has " + fact))
                .collect(Collectors.joining("; "));
    }
}
