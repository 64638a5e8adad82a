package io.github.dbsync.prisma;

import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;

/** The words in which a schema is refused. */
final class SchemaProblems {

    private SchemaProblems() {}

    /** Something that Prisma refuses too. */
    static Problem refused(Token place, String why) {
        return Problem.refusal(
                ProblemCode.PRISMA_SCHEMA_INVALID,
                "Prisma does not accept this schema.",
                place.where(),
                why,
                "Correct the line; npx prisma validate names all that is wrong");
    }
}
