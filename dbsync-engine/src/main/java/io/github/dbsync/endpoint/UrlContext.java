package io.github.dbsync.endpoint;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a database URL does not say itself.
 *
 * @param where where it stands, for problems: file, line and key, or the parameter's name
 * @param folder what plain and JDBC paths are relative to: the project's folder
 * @param prismaFolder what {@code file:} URLs are relative to: the folder that Prisma takes them from
 * @param environment environment variables; libpq's among them stand in for what a PostgreSQL URL leaves out
 */
public record UrlContext(String where, Path folder, Path prismaFolder, Map<String, String> environment) {

    public UrlContext {
        requireNonNull(where, "where");
        folder = folder.toAbsolutePath().normalize();
        prismaFolder = prismaFolder.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    /** Where a URL stands, and nothing that may hold a password. */
    @Override
    public String toString() {
        return "UrlContext[" + where + "]";
    }

    /** A refusal of the URL; neither text may quote a part of it that could hold a password. */
    DbSyncException notUnderstood(String why, String remedy) {
        return new DbSyncException(
                Problem.refusal(ProblemCode.URL_NOT_UNDERSTOOD, "The database URL cannot be used", where, why, remedy));
    }

    Problem ignored(String parameter, String why, String remedy) {
        return Problem.warning(
                ProblemCode.URL_PARAMETER_IGNORED,
                "The URL's parameter \"" + parameter + "\" is ignored",
                where,
                why,
                remedy);
    }
}
