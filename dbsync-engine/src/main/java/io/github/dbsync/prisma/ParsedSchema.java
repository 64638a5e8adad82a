package io.github.dbsync.prisma;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.feedback.Problem;
import java.util.List;

/**
 * What was read.
 *
 * @param schema all that could be understood
 * @param problems the lines that Prisma's grammar does not know, each a refusal with its place
 */
public record ParsedSchema(Schema schema, List<Problem> problems) {

    public ParsedSchema {
        requireNonNull(schema, "schema");
        problems = List.copyOf(problems);
    }
}
