package io.github.dbsync.snapshot;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.nio.file.Path;

/** What can be wrong with a snapshot's file. */
final class SnapshotProblems {

    private final Path file;

    SnapshotProblems(Path file) {
        this.file = file;
    }

    DbSyncException notWritten(IOException refused) {
        return new DbSyncException(
                Problem.refusal(
                        ProblemCode.SNAPSHOT_NOT_WRITTEN,
                        "The snapshot could not be written, and nothing else was changed.",
                        file.toString(),
                        "The system says: " + reason(refused),
                        "Make room and the folder writable, or name another one with -Ddbsync.snapshot.folder=<folder>;"
                                + " -Ddbsync.snapshot=false syncs without a way back"),
                refused);
    }

    DbSyncException notRead(IOException refused) {
        return new DbSyncException(
                Problem.refusal(
                        ProblemCode.SNAPSHOT_DAMAGED,
                        "The snapshot could not be read, and nothing was changed.",
                        file.toString(),
                        "The system says: " + reason(refused),
                        "Make it readable for the user who runs Maven, or restore another snapshot"),
                refused);
    }

    DbSyncException damaged(String where, String why) {
        return new DbSyncException(Problem.refusal(
                ProblemCode.SNAPSHOT_DAMAGED,
                "The snapshot is not as it was written, and nothing was changed.",
                where.isEmpty() ? file.toString() : file + ", " + where,
                why,
                "Restore another snapshot; one that was edited on purpose can be run by psql or sqlite3 itself"));
    }

    static DbSyncException missing(String name, Path folder) {
        return new DbSyncException(Problem.refusal(
                ProblemCode.SNAPSHOT_MISSING,
                "There is no snapshot to restore.",
                name.equals(SnapshotFolder.LATEST) ? folder.toString() : name,
                "Each sync takes one of what it overwrites, and so does the goal snapshot; a snapshot is a .sql file with"
                        + " its .sql.json beside it.",
                "Name one with -Ddbsync.snapshot=<file>, or another folder with -Ddbsync.snapshot.folder=<folder>"));
    }

    private static String reason(IOException refused) {
        return refused.getMessage() == null ? refused.getClass().getSimpleName() : refused.getMessage();
    }
}
