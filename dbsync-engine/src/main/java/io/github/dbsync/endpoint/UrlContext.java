package io.github.dbsync.endpoint;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a database URL does not say itself.
 *
 * @param where where it stands, for problems: file, line and key, or the parameter's name
 * @param folder what plain and JDBC paths are relative to: the project's folder
 * @param prismaFolder what {@code file:} URLs are relative to: the folder that Prisma takes them from
 * @param environment environment variables; libpq's among them stand in for what a PostgreSQL URL leaves out
 * @param user as whom to connect where the URL does not say it, or null where that is nowhere said
 * @param password the password where the URL has none, or null where there is none
 */
public record UrlContext(
        String where,
        Path folder,
        Path prismaFolder,
        Map<String, String> environment,
        @Nullable String user,
        @Nullable Secret password) {

    public UrlContext {
        requireNonNull(where, "where");
        folder = folder.toAbsolutePath().normalize();
        prismaFolder = prismaFolder.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
    }

    /** A URL with nothing beside it that says as whom to connect. */
    public UrlContext(String where, Path folder, Path prismaFolder, Map<String, String> environment) {
        this(where, folder, prismaFolder, environment, null, null);
    }

    /** Where a URL stands, and nothing that may hold a password. */
    @Override
    public String toString() {
        return "UrlContext[" + where + "]";
    }

    /** The same with what stands beside the URL. */
    public UrlContext withLogin(@Nullable String name, @Nullable Secret word) {
        return new UrlContext(where, folder, prismaFolder, environment, name, word);
    }

    /** What stands beside the URL, under libpq's keywords. */
    Map<String, String> login() {
        Map<String, String> login = new HashMap<>();
        if (user != null && !user.isEmpty()) {
            login.put("user", user);
        }
        if (password != null && !password.reveal().isEmpty()) {
            login.put("password", password.reveal());
        }
        return login;
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
