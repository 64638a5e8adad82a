package io.github.dbsync.embedded;

import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Why a server did not start. */
final class StartProblems {

    /** The lines with which PostgreSQL and its tools say what is wrong. */
    private static final Pattern COMPLAINT = Pattern.compile(".*((FATAL|ERROR|LOG|HINT|DETAIL):|error|could not).*");

    private StartProblems() {}

    /** @param output all that the server or initdb said; only its complaints are shown where there are any */
    static DbSyncException notStarted(EmbeddedPostgres where, String output) {
        String complaints = output.lines().filter(COMPLAINT.asMatchPredicate()).collect(Collectors.joining("\n"));
        String why = complaints.isEmpty() ? output : complaints;
        return new DbSyncException(Problem.refusal(
                ProblemCode.EMBEDDED_START_FAILED,
                "The embedded PostgreSQL did not start.",
                where.folder().toString(),
                why,
                "Put right what it says, or name a server of your own with -Ddbsync.postgres=<URL>."));
    }

    static DbSyncException otherMajor(ServerFolder folder, int binariesMajor) throws IOException {
        int dataMajor = folder.dataMajor();
        return new DbSyncException(Problem.refusal(
                ProblemCode.EMBEDDED_START_FAILED,
                "The embedded PostgreSQL's data is of version " + dataMajor + ", its binaries are of version "
                        + binariesMajor + ".",
                folder.data().toString(),
                "a server reads the data of its own major version only",
                "Set -Ddbsync.postgresVersion to a release of " + dataMajor + ", or remove the folder "
                        + folder.where().folder() + " to begin with an empty database."));
    }

    static DbSyncException alreadyRunning(EmbeddedPostgres where) {
        return new DbSyncException(Problem.refusal(
                ProblemCode.ALREADY_RUNNING,
                "Another build runs the embedded PostgreSQL of this project.",
                where.folder().toString(),
                "a server's data belongs to one server at a time",
                "Wait for the other build to end, or stop it."));
    }
}
