package io.github.dbsync.proposal;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.Origin;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Keeps a target from being written by mistake: somebody has to type its name.
 *
 * @param target the target for people
 * @param name the name that has to be typed: the database's, or the file's
 * @param reason why
 */
public record Protection(String target, String name, String reason) {

    private static final Set<String> PRODUCTION = Set.of("prod", "production", "live");

    public Protection {
        requireNonNull(target, "target");
        requireNonNull(name, "name");
        requireNonNull(reason, "reason");
    }

    /** The protection of a target on another machine, or of a stage that is called production; else nothing. */
    public static Optional<Protection> of(Endpoint target, Origin origin) {
        String stage = origin.stage();
        if (stage != null && isProduction(stage)) {
            return Optional.of(of(target, "its stage is " + stage));
        }
        boolean elsewhere = target instanceof PostgresDatabase database && !database.isOnThisMachine();
        return elsewhere ? Optional.of(of(target, "its server is another machine")) : Optional.empty();
    }

    /**
     * Lets the name pass that was typed.
     *
     * @throws DbSyncException with {@code NAME_NOT_CONFIRMED} where none was, or another one
     */
    public void check(Optional<String> typed) {
        if (!typed.equals(Optional.of(name))) {
            throw new DbSyncException(Problem.refusal(
                    ProblemCode.NAME_NOT_CONFIRMED,
                    typed.isEmpty()
                            ? "The target is protected, and nobody typed its name."
                            : "The target is protected, and another name than its own was typed.",
                    target,
                    "Its name has to be typed, because " + reason + ".",
                    "Add " + flag() + " on the command line (a POM cannot give it), or run Maven in a terminal without"
                            + " -B to be asked for the name"));
        }
    }

    /** What confirms the name on the command line. */
    public String flag() {
        return "-Ddbsync.confirm=" + name;
    }

    private static Protection of(Endpoint target, String reason) {
        return new Protection(target.describe(), name(target), reason);
    }

    private static String name(Endpoint target) {
        if (target instanceof PostgresDatabase database) {
            return database.database();
        }
        return target instanceof SqliteFile file ? String.valueOf(file.path().getFileName()) : target.describe();
    }

    private static boolean isProduction(String stage) {
        return Stream.of(stage.toLowerCase(Locale.ROOT).split("[._-]")).anyMatch(PRODUCTION::contains);
    }
}
