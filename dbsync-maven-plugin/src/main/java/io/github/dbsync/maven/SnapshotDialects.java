package io.github.dbsync.maven;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.prisma.Provider;
import org.jspecify.annotations.Nullable;

/** The words of {@code dbsync.snapshot.dialect}. */
final class SnapshotDialects {

    private SnapshotDialects() {}

    /** The dialect, or null where nothing is said, so that it is the database's own. */
    static @Nullable Provider parse(@Nullable String word) {
        return word == null ? null : named(word);
    }

    private static Provider named(String word) {
        return Provider.of(word)
                .orElseThrow(() -> new DbSyncException(Problem.refusal(
                        ProblemCode.PARAMETER_INVALID,
                        "dbsync.snapshot.dialect cannot be " + word + ".",
                        "-Ddbsync.snapshot.dialect",
                        "It is sqlite or postgresql.",
                        "Leave it out, so that the snapshot is in the SQL of the database that it is taken of")));
    }
}
