package io.github.dbsync.appconfig;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user said about the ends. A parameter that was not given is null; a blank one counts as not given.
 *
 * @param folder the project's folder
 * @param from the source's kind: sqlite or postgresql, for which postgres will do
 * @param to the target's kind, in the same words
 * @param sqlite path or URL of the SQLite file
 * @param postgres URL of the PostgreSQL database, or {@code embedded}
 * @param env the name behind {@code .env.}: the file that says where the other end is
 * @param environment the environment of the process
 */
public record EndsRequest(
        Path folder,
        @Nullable String from,
        @Nullable String to,
        @Nullable String sqlite,
        @Nullable String postgres,
        @Nullable String env,
        Map<String, String> environment) {

    /**
     * Checks the parameters against each other.
     *
     * @throws DbSyncException with {@code PARAMETER_INVALID} or {@code SAME_ENDS}
     */
    public EndsRequest {
        folder = folder.toAbsolutePath().normalize();
        from = kind("dbsync.from", from);
        to = kind("dbsync.to", to);
        sqlite = blankToNull(sqlite);
        postgres = blankToNull(postgres);
        env = fileName(blankToNull(env));
        environment = Map.copyOf(environment);
        if (from != null && from.equals(to)) {
            throw new DbSyncException(Problem.refusal(
                    ProblemCode.SAME_ENDS,
                    "Source and target are both " + from,
                    "-Ddbsync.from and -Ddbsync.to",
                    "dbsync moves between SQLite and PostgreSQL",
                    "Give one of them only, such as -Ddbsync.from=sqlite"));
        }
    }

    /** Where the request is about, and nothing that may hold a password. */
    @Override
    public String toString() {
        return "EndsRequest[" + folder + "]";
    }

    /** The kind of the source as the parameters have it, or null where they leave it open. */
    @Nullable
    Side sourceSide() {
        if (from != null) {
            return Side.of(from).orElseThrow();
        }
        return to == null ? null : Side.of(to).orElseThrow().opposite();
    }

    /** The parameter that names an end of a kind, or null. */
    @Nullable
    String end(Side side) {
        return side == Side.SQLITE ? sqlite : postgres;
    }

    /** Whether the parameters alone say everything. */
    boolean isComplete() {
        return sourceSide() != null && sqlite != null && postgres != null;
    }

    private static @Nullable String kind(String parameter, @Nullable String word) {
        String given = blankToNull(word);
        if (given == null) {
            return null;
        }
        return Side.of(given)
                .map(Side::id)
                .orElseThrow(() -> invalid(
                        "-D" + parameter + "=" + given,
                        "it must be sqlite or postgresql",
                        "Give -D" + parameter + "=sqlite or -D" + parameter + "=postgresql"));
    }

    private static @Nullable String fileName(@Nullable String env) {
        if (env != null && !env.matches("[A-Za-z0-9_.-]+")) {
            throw invalid(
                    "-Ddbsync.env=" + env,
                    "it must be what stands behind \".env.\" in a file's name",
                    "Give -Ddbsync.env=staging for the file .env.staging in the project's folder");
        }
        return env;
    }

    private static DbSyncException invalid(String where, String why, String remedy) {
        return new DbSyncException(
                Problem.refusal(ProblemCode.PARAMETER_INVALID, "A parameter cannot be used", where, why, remedy));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
