package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.DatabaseUrl;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.endpoint.SameEnds;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.feedback.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds the two ends of a sync. The first line that says something wins:
 *
 * <table>
 *   <caption>Precedence</caption>
 *   <tr><th>question</th><th>1</th><th>2</th><th>3</th><th>4</th><th>5</th></tr>
 *   <tr><td>direction</td><td>{@code dbsync.from}, {@code dbsync.to}</td><td>provider in the Prisma schema: its kind is
 *     the source</td><td>kind of the URL that the application reads</td><td>refused</td><td></td></tr>
 *   <tr><td>PostgreSQL end</td><td>{@code dbsync.postgres}</td><td>{@code .env.<dbsync.env>}</td><td>the URL that the
 *     application reads</td><td>{@code .env.postgres}, {@code .env.local}</td><td>embedded, in
 *     {@code .dbsync/postgres}; as a source only where that is there</td></tr>
 *   <tr><td>SQLite end</td><td>{@code dbsync.sqlite}</td><td>{@code .env.<dbsync.env>}</td><td>the URL that the
 *     application reads</td><td>{@code .env.sqlite}, {@code .env.local}</td><td>as a target beside a Prisma schema:
 *     {@code file:./dev.db}; otherwise refused</td></tr>
 *   <tr><td>URL that the application reads</td><td>environment variable</td><td>literal {@code url} in the
 *     schema</td><td>{@code .env}</td><td>{@code .env} beside the schema</td><td>{@code prisma/.env}</td></tr>
 * </table>
 *
 * The variable is {@code DATABASE_URL} unless the schema or prisma.config.ts names another one. A file counts only where
 * its URL is of the kind that is looked for. {@code file:} URLs are relative to the schema's folder (Prisma 6 and older)
 * or to the folder of prisma.config.ts (Prisma 7); plain paths and JDBC URLs to the project's folder.
 */
public final class EndsFinder {

    private static final String FLAGS = "-Ddbsync.from=sqlite (or postgresql), -Ddbsync.sqlite=<path> and"
            + " -Ddbsync.postgres=<URL> (or embedded)";

    private final EndsRequest request;
    private final List<Problem> findings = new ArrayList<>();
    private Application application;

    private EndsFinder(EndsRequest request) {
        this.request = request;
        this.application = Application.unread(request.folder());
    }

    /**
     * Finds both ends; reads files, but connects nowhere.
     *
     * @throws DbSyncException where they cannot be told, with the remedy's exact flags
     */
    public static Ends find(EndsRequest request) {
        return new EndsFinder(request).find();
    }

    private Ends find() {
        readApplication();
        Optional<Found> now = now();
        Side sourceSide = sourceSide(now);
        Found source = locate(sourceSide, now, () -> sourceByDefault(sourceSide));
        Found target = locate(sourceSide.opposite(), now, () -> targetByDefault(sourceSide.opposite()));
        findings.addAll(source.findings());
        findings.addAll(target.findings());
        return new Ends(source.endpoint(), target.endpoint(), source.origin(), target.origin(), application, findings);
    }

    /** Where the parameters say everything, a file that cannot be understood is no obstacle; it is left alone then. */
    private void readApplication() {
        try {
            application = Application.read(request.folder(), request.environment());
        } catch (DbSyncException e) {
            Problem problem = e.problem();
            if (!request.isComplete()) {
                throw e;
            }
            findings.add(new Problem(
                    problem.code(),
                    Severity.WARNING,
                    problem.what(),
                    problem.where(),
                    problem.why(),
                    problem.remedy()));
        }
    }

    /** Where the application reads its data now. */
    private Optional<Found> now() {
        if (request.isComplete()) {
            return Optional.empty();
        }
        Optional<Setting> active = application.activeUrl();
        Optional<String> fromEnvironment = application.environmentUrl();
        if (fromEnvironment.isEmpty()) {
            refuseTwoAnswers(active);
            return active.map(application::understand);
        }
        String variable = "environment variable " + application.urlVariable();
        active.ifPresent(setting -> findings.add(environmentWins(variable, setting)));
        return fromEnvironment.map(url -> application.understand(url, variable));
    }

    private void refuseTwoAnswers(Optional<Setting> active) {
        List<Setting> settings = application.envFiles().stream()
                .map(file -> file.lookup(application.urlVariable()))
                .flatMap(Optional::stream)
                .toList();
        for (Setting other : settings) {
            if (active.isPresent()
                    && active.get().quoting() != Quoting.PRISMA
                    && !other.written().equals(active.get().written())) {
                throw refusal(
                        ProblemCode.ENV_FILE_MALFORMED,
                        "Two .env files set " + application.urlVariable() + " to different values",
                        active.get().where() + " and " + other.where(),
                        "Prisma refuses that, for it reads both",
                        "Keep the right one and remove the other");
            }
        }
    }

    private Side sourceSide(Optional<Found> now) {
        Optional<Side> provider = application.schema().map(PrismaSchema::provider);
        boolean disagree = provider.isPresent() && now.isPresent() && !now.get().is(provider.get());
        Side given = request.sourceSide();
        if (disagree) {
            Problem problem = providerAndUrlDisagree(now.get(), given != null);
            if (given == null) {
                throw new DbSyncException(problem);
            }
            findings.add(problem);
        }
        return Optional.ofNullable(given)
                .or(() -> provider)
                .or(() -> now.map(Found::side))
                .orElseThrow(this::directionUnknown);
    }

    private Found locate(Side side, Optional<Found> now, Supplier<Found> byDefault) {
        return byParameter(side)
                .or(() -> inNamedFile(side, now))
                .or(() -> now.filter(found -> found.is(side)))
                .or(() -> inOtherFiles(application, side))
                .orElseGet(byDefault);
    }

    private Optional<Found> byParameter(Side side) {
        return Optional.ofNullable(request.end(side)).map(text -> parameter(side, text));
    }

    private Found parameter(Side side, String text) {
        String where = side.parameter();
        if (side == Side.POSTGRESQL && text.equals("embedded")) {
            return new Found(application.embedded(), new Origin(where + "=embedded", null), List.of());
        }
        if (side == Side.SQLITE && !DatabaseUrl.hasScheme(text)) {
            Endpoint file = new SqliteFile(request.folder().resolve(text));
            return new Found(file, new Origin(where, null), List.of());
        }
        Found found = application.understand(text, where);
        if (!found.is(side)) {
            throw refusal(
                    ProblemCode.PARAMETER_INVALID,
                    "A parameter names the wrong kind of database",
                    where,
                    "it leads to " + found.side().title(),
                    "Give it as " + found.side().parameter() + ", and " + side.parameter() + "=<the " + side.title()
                            + " end>");
        }
        return found;
    }

    private Optional<Found> inNamedFile(Side side, Optional<Found> now) {
        if (request.env() == null) {
            return Optional.empty();
        }
        String name = ".env." + request.env();
        DotEnv file = application
                .envFile(name)
                .orElseThrow(() -> envFileMissing(request.folder().resolve(name)));
        Setting setting = file.lookup(application.urlVariable()).orElseThrow(() -> urlMissing(file));
        Found found = application.understand(setting);
        if (request.sourceSide() == null && now.isPresent() && now.get().is(found.side())) {
            throw sameKind(now.get(), found);
        }
        return Optional.of(found).filter(named -> named.is(side));
    }

    /** An end in the files that are there for the other end: {@code .env.sqlite} or {@code .env.postgres}, then .env.local. */
    static Optional<Found> inOtherFiles(Application application, Side side) {
        return otherFiles(side)
                .map(application::urlIn)
                .flatMap(Optional::stream)
                .map(application::understand)
                .filter(found -> found.is(side))
                .findFirst();
    }

    private static Stream<String> otherFiles(Side side) {
        return switch (side) {
            case SQLITE -> Stream.of(".env.sqlite", ".env.local");
            case POSTGRESQL -> Stream.of(".env.postgres", ".env.local");
        };
    }

    private Found targetByDefault(Side side) {
        if (side == Side.POSTGRESQL) {
            return new Found(
                    application.embedded(), new Origin("by default: no PostgreSQL is configured", null), List.of());
        }
        if (application.schema().isEmpty()) {
            throw nothingNames(side);
        }
        return application.understand("file:./dev.db", "by default: no SQLite file is configured");
    }

    private Found sourceByDefault(Side side) {
        if (side == Side.POSTGRESQL && Files.isDirectory(application.embedded().folder())) {
            return new Found(
                    application.embedded(), new Origin("by default: the project's own PostgreSQL", null), List.of());
        }
        Optional<DotEnv> present = application.envFiles().stream().findFirst();
        if (application.schema().isPresent() && request.sourceSide() == null) {
            throw present.map(this::urlMissing)
                    .orElseGet(() -> envFileMissing(application.envPlaces().get(0)));
        }
        throw nothingNames(side);
    }

    private DbSyncException directionUnknown() {
        return refusal(
                ProblemCode.DIRECTION_UNKNOWN,
                "There is no telling whether SQLite or PostgreSQL has the data",
                request.folder().toString(),
                "there is no Prisma schema, and no " + application.urlVariable() + " in .env",
                "Give " + FLAGS);
    }

    private Problem providerAndUrlDisagree(Found now, boolean overruled) {
        PrismaSchema schema = application.schema().orElseThrow();
        return new Problem(
                ProblemCode.PROVIDER_AND_URL_DISAGREE,
                overruled ? Severity.WARNING : Severity.REFUSAL,
                "The provider is " + schema.provider().id() + ", but the URL leads to "
                        + now.side().title(),
                schema.where() + " and " + now.origin().where(),
                "one of them does not say where the data is now",
                "Correct one of them, or say where the data is: -Ddbsync.from=sqlite or -Ddbsync.from=postgresql");
    }

    private static Problem environmentWins(String variable, Setting setting) {
        return Problem.note(
                ProblemCode.URL_FROM_ENVIRONMENT,
                "The URL of the environment is used, not that of the file",
                setting.where(),
                "the " + variable + " wins over .env files, as everywhere",
                "To use the file: unset " + setting.key());
    }

    private DbSyncException sameKind(Found now, Found named) {
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

    private DbSyncException envFileMissing(Path file) {
        return refusal(
                ProblemCode.ENV_FILE_MISSING,
                "A .env file is missing",
                file.toString(),
                "it must say where a database is",
                "Create it with the line " + application.urlVariable() + "=\"file:./dev.db\" or "
                        + application.urlVariable() + "=\"postgresql://user:password@host:5432/database\", or give "
                        + FLAGS);
    }

    private DbSyncException urlMissing(DotEnv file) {
        String key = application.urlVariable();
        String why = file.file().text().isBlank()
                ? "the file is empty"
                : key + (file.has(key) ? " is empty" : " is not set");
        return refusal(
                ProblemCode.DATABASE_URL_MISSING,
                "A .env file has no database URL",
                file.file().path().toString(),
                why,
                "Add the line " + key + "=\"file:./dev.db\" or " + key
                        + "=\"postgresql://user:password@host:5432/database\", or give " + FLAGS);
    }

    private DbSyncException nothingNames(Side side) {
        return refusal(
                ProblemCode.DATABASE_URL_MISSING,
                "Nothing says where the " + side.title() + " end is",
                request.folder().toString(),
                "neither a parameter nor a .env file names it",
                "Give " + side.parameter()
                        + (side == Side.SQLITE ? "=<path>" : "=<URL>, or -Ddbsync.postgres=embedded"));
    }

    private static DbSyncException refusal(ProblemCode code, String what, String where, String why, String remedy) {
        return new DbSyncException(Problem.refusal(code, what, where, why, remedy));
    }
}
