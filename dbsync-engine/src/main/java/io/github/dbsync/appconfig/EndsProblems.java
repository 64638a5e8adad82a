package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.SameEnds;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.feedback.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@link EndsFinder} has to say where the ends cannot be told. */
final class EndsProblems {

    private static final String FLAGS = "-Ddbsync.from=sqlite (or postgresql), -Ddbsync.sqlite=<path> and"
            + " -Ddbsync.postgres=<URL> (or embedded)";

    private EndsProblems() {}

    /** Neither parameters nor files tell the direction. */
    static DbSyncException directionUnknown(Application application) {
        return refusal(
                ProblemCode.DIRECTION_UNKNOWN,
                "There is no telling whether SQLite or PostgreSQL has the data",
                application.folder().toString(),
                "there is no Prisma schema, and no " + application.urlVariable() + " in .env",
                "Give " + FLAGS);
    }

    /** The schema says one kind of database and the URL another; a warning where the direction given overrules both. */
    static Problem providerAndUrlDisagree(PrismaSchema schema, Found now, boolean overruled) {
        return new Problem(
                ProblemCode.PROVIDER_AND_URL_DISAGREE,
                overruled ? Severity.WARNING : Severity.REFUSAL,
                "The provider is " + schema.provider().id() + ", but the URL leads to "
                        + now.side().title(),
                schema.where() + " and " + now.origin().where(),
                "one of them does not say where the data is now",
                "Correct one of them, or say where the data is: -Ddbsync.from=sqlite or -Ddbsync.from=postgresql");
    }

    /** The URL in a file is not the one that is used. */
    static Problem environmentWins(String variable, Setting setting) {
        return Problem.note(
                ProblemCode.URL_FROM_ENVIRONMENT,
                "The URL of the environment is used, not that of the file",
                setting.where(),
                "the " + variable + " wins over .env files, as everywhere",
                "To use the file: unset " + setting.key());
    }

    /** The file named for the other end has one of the same kind. */
    static DbSyncException sameKind(Found now, Found named) {
        boolean same = SameEnds.areSame(now.endpoint(), named.endpoint());
        return refusal(
                same ? ProblemCode.SAME_ENDS : ProblemCode.DIRECTION_UNKNOWN,
                same
                        ? "Source and target are the same"
                        : "Both ends are " + named.side().title(),
                now.origin().where() + " and " + named.origin().where(),
                "dbsync moves between SQLite and PostgreSQL: -Ddbsync.env names the file of the other end",
                "Name a file with a URL of " + named.side().opposite().title() + ", or say the direction:"
                        + " -Ddbsync.from=sqlite or -Ddbsync.from=postgresql");
    }

    /** A file that should hold the URL is not there. */
    static DbSyncException envFileMissing(Path file, String key) {
        return refusal(
                ProblemCode.ENV_FILE_MISSING,
                "A .env file is missing",
                file.toString(),
                "it must say where a database is",
                "Create it with the line " + urls(key) + ", or give " + FLAGS);
    }

    /** Neither a file nor a profile nor an environment has the name that was given. */
    static DbSyncException stageMissing(Path file, Application application) {
        String there = Stream.concat(
                        application.stages().stream(), application.configuration().choices().keySet().stream())
                .sorted()
                .distinct()
                .map(stage -> "-Ddbsync.env=" + stage)
                .collect(Collectors.joining(", "));
        return refusal(
                ProblemCode.ENV_FILE_MISSING,
                "There is no stage of that name",
                file.toString(),
                "-Ddbsync.env names a .env file of this folder, or a profile or environment of the application",
                (there.isEmpty() ? "Create" : "Give one that is there (" + there + "), or create")
                        + " the file with the line " + urls(application.urlVariable()));
    }

    /** A file that should hold the URL does not. */
    static DbSyncException urlMissing(DotEnv file, String key) {
        String why = file.file().text().isBlank()
                ? "the file is empty"
                : key + (file.has(key) ? " is empty" : " is not set");
        return refusal(
                ProblemCode.DATABASE_URL_MISSING,
                "A .env file has no database URL",
                file.file().path().toString(),
                why,
                "Add the line " + urls(key) + ", or give " + FLAGS);
    }

    /** An end that the direction needs is named nowhere. */
    static DbSyncException nothingNames(Side side, Application application) {
        return refusal(
                ProblemCode.DATABASE_URL_MISSING,
                "Nothing says where the " + side.title() + " end is",
                application.folder().toString(),
                "neither a parameter nor a .env file names it",
                "Give " + side.parameter()
                        + (side == Side.SQLITE ? "=<path>" : "=<URL>, or -Ddbsync.postgres=embedded"));
    }

    /** Several places name a database, and nothing tells which one is meant. */
    static DbSyncException severalDatabases(List<String> places, String why) {
        return refusal(
                ProblemCode.SEVERAL_DATABASES,
                "Several databases could be meant",
                String.join(", ", places),
                why,
                "Say which ones are meant: " + FLAGS);
    }

    /** Several profiles or environments of the application lead to the kind of database that is looked for. */
    static DbSyncException severalChoices(Side side, String framework, List<Found> found) {
        return refusal(
                ProblemCode.SEVERAL_DATABASES,
                "Several " + side.title() + " databases could be meant",
                found.stream().map(one -> one.origin().where()).collect(Collectors.joining(", ")),
                framework + " could be told to open each of them",
                found.stream()
                        .map(one -> "-Ddbsync.env=" + one.origin().stage())
                        .collect(Collectors.joining(" or ", "Name one: ", "")));
    }

    /** Two .env files that Prisma reads both have different values. */
    static DbSyncException twoAnswers(Setting one, Setting other) {
        return refusal(
                ProblemCode.ENV_FILE_MALFORMED,
                "Two .env files set " + one.key() + " to different values",
                one.where() + " and " + other.where(),
                "Prisma reads both and refuses that",
                "Keep the right one and remove the other");
    }

    /** A parameter of one kind of database leads to the other kind. */
    static DbSyncException wrongKind(Side parameter, Side given) {
        return refusal(
                ProblemCode.PARAMETER_INVALID,
                "A parameter names the wrong kind of database",
                parameter.parameter(),
                "it leads to " + given.title(),
                "Give it as " + given.parameter() + ", and the " + parameter.title() + " end as "
                        + parameter.parameter());
    }

    private static String urls(String key) {
        return key + "=\"file:./dev.db\" or " + key + "=\"postgresql://user:password@host:5432/database\"";
    }

    private static DbSyncException refusal(ProblemCode code, String what, String where, String why, String remedy) {
        return new DbSyncException(Problem.refusal(code, what, where, why, remedy));
    }
}
