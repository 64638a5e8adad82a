package io.github.dbsync.maven;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.plan.SchemaMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The words of {@code dbsync.schema}. */
final class SchemaModes {

    private SchemaModes() {}

    /** The mode, or null where nothing is said, so that it is found out. */
    static @Nullable SchemaMode parse(@Nullable String word) {
        return word == null ? null : named(word);
    }

    private static SchemaMode named(String word) {
        return Arrays.stream(SchemaMode.values())
                .filter(mode -> mode.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new DbSyncException(Problem.refusal(
                        ProblemCode.PARAMETER_INVALID,
                        "dbsync.schema cannot be " + word + ".",
                        "-Ddbsync.schema",
                        "It is keep or push.",
                        "Leave it out: a schema that migrations made is kept, any other is made from the source's")));
    }
}
