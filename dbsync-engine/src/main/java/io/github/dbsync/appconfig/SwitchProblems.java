package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;

/** What {@link Switch} leaves to the user. */
final class SwitchProblems {

    private final Application application;
    private final Endpoint target;

    /** @param target what the application is to open */
    SwitchProblems(Application application, Endpoint target) {
        this.application = application;
        this.target = target;
    }

    /** No file says which database the application opens. */
    Problem noPlace() {
        return Problem.note(
                ProblemCode.SWITCH_LEFT_TO_USER,
                "The application is not switched",
                application.folder().toString(),
                "no file here that dbsync knows holds its " + application.urlVariable() + " or a JDBC URL",
                "Point it at the " + target.describe() + " where it is configured");
    }

    /** What says which database the application opens is not understood. */
    Problem notUnderstood(Problem reason) {
        return Problem.warning(
                ProblemCode.SWITCH_LEFT_TO_USER,
                "The application is not switched: " + reason.what(),
                reason.where(),
                reason.why(),
                reason.remedy());
    }

    Problem environmentWins() {
        String variable = application.urlVariable();
        return Problem.warning(
                ProblemCode.SWITCH_LEFT_TO_USER,
                "The environment variable " + variable + " still leads elsewhere",
                application.environmentPlace(),
                "it wins over the file that is switched, and dbsync cannot change it",
                "unset " + variable);
    }

    Problem passwordNotWritten(String where) {
        return Problem.note(
                ProblemCode.SWITCH_LEFT_TO_USER,
                "The URL is written without a password",
                where,
                "dbsync has the password from Maven's settings or from PGPASSWORD, and writes none of these into a file",
                "Give the application PGPASSWORD, or a password in its URL, if its driver does not know it otherwise");
    }

    /** @param where the place of a URL that only Prisma's commands read */
    Problem furtherUrlStays(String where) {
        return Problem.warning(
                ProblemCode.SWITCH_LEFT_TO_USER,
                "A further URL of Prisma's still leads to the database before",
                where,
                "it is for commands such as prisma migrate, and dbsync does not know what it should be",
                "Remove the line, or point it at the " + target.describe() + " or one beside it");
    }
}
