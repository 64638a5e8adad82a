package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.DatabaseUrl;
import io.github.dbsync.endpoint.Endpoint;
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
 *   <tr><td>URL that the application reads</td><td>literal {@code url} in the schema</td><td>environment
 *     variable</td><td>{@code .env}</td><td>{@code .env} beside the schema</td><td>{@code prisma/.env}</td></tr>
 * </table>
 *
 * {@code dbsync.env} may also name a profile or an environment of the application; where none is named, the one that leads
 * to the end comes before the files of the fourth column, and so does {@code .env.previous} (see {@link StageTemplate}).
 * Without a Prisma schema the URL that the application reads is that of its {@link Configuration}.
 *
 * <p>The variable is {@code DATABASE_URL} unless the schema or prisma.config.ts names another one. A file counts only
 * where its URL is of the kind that is looked for. {@code file:} URLs are relative to the schema's folder (Prisma 6
 * and older) or to the folder of prisma.config.ts (Prisma 7); plain paths and JDBC URLs to the project's folder.
 */
public final class EndsFinder {

    private final EndsRequest request;
    private final List<Problem> findings = new ArrayList<>();
    private Application application;

    private EndsFinder(EndsRequest request) {
        this.request = request;
        this.application = Application.unread(request.folder(), request.environment());
    }

    /**
     * Finds both ends; reads files, but connects nowhere.
     *
     * @throws DbSyncException where they cannot be told, with the remedy's exact flags
     */
    public static Ends find(EndsRequest request) {
        return new EndsFinder(request).find();
    }

    /**
     * Finds the end that the application uses now, or that the parameters name as the source; whether there is another one does
     * not matter.
     *
     * @throws DbSyncException where it cannot be told
     */
    public static Found findSource(EndsRequest request) {
        return new EndsFinder(request).findSource();
    }

    private Found findSource() {
        readApplication();
        Optional<Found> now = now();
        Side side = sourceSide(now);
        Found source = locate(side, now, () -> sourceByDefault(side));
        findings.addAll(source.findings());
        return new Found(source.endpoint(), source.origin(), findings);
    }

    private Ends find() {
        readApplication();
        Optional<Found> now = now();
        Side sourceSide = sourceSide(now);
        Found source = locate(sourceSide, now, () -> sourceByDefault(sourceSide));
        Found target = locate(sourceSide.opposite(), now, () -> targetByDefault(sourceSide.opposite()));
        now.filter(found -> found.equals(source) || found.equals(target)).ifPresent(this::sayIfEnvironmentWins);
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
            if (!request.isComplete() && !isSettled(problem)) {
                throw e;
            }
            findings.add(problem.withSeverity(Severity.WARNING));
        }
    }

    /** Whether the parameters name the source, so that of several databases none has to be picked. */
    private boolean isSettled(Problem problem) {
        Side source = request.sourceSide();
        return problem.code() == ProblemCode.SEVERAL_DATABASES && source != null && request.end(source) != null;
    }

    /** Where the application reads its data now. */
    private Optional<Found> now() {
        if (request.isComplete()) {
            return Optional.empty();
        }
        Optional<String> fromEnvironment = application.environmentUrl();
        if (fromEnvironment.isPresent()) {
            return fromEnvironment.map(url -> application.understand(url, application.environmentPlace()));
        }
        application.activeUrl().ifPresent(this::refuseTwoAnswers);
        return application.activeUrl().map(application::understand);
    }

    private void sayIfEnvironmentWins(Found now) {
        if (now.origin().where().equals(application.environmentPlace())) {
            application
                    .activeUrl()
                    .ifPresent(setting ->
                            findings.add(EndsProblems.environmentWins(application.environmentPlace(), setting)));
        }
    }

    private void refuseTwoAnswers(Setting active) {
        if (active.quoting() == Quoting.PRISMA || !(active.quoting() instanceof Quoting)) {
            return;
        }
        application.envFiles().stream()
                .map(file -> file.lookup(application.urlVariable()))
                .flatMap(Optional::stream)
                .filter(other -> !other.written().equals(active.written()))
                .findFirst()
                .ifPresent(other -> {
                    throw EndsProblems.twoAnswers(active, other);
                });
    }

    private Side sourceSide(Optional<Found> now) {
        Optional<Side> provider = application.schema().map(PrismaSchema::provider);
        boolean disagree = provider.isPresent() && now.isPresent() && !now.get().is(provider.get());
        Side given = request.sourceSide();
        if (disagree) {
            Problem problem =
                    EndsProblems.providerAndUrlDisagree(application.schema().orElseThrow(), now.get(), given != null);
            if (given == null) {
                throw new DbSyncException(problem);
            }
            findings.add(problem);
        }
        return Optional.ofNullable(given)
                .or(() -> provider)
                .or(() -> now.map(Found::side))
                .orElseThrow(() -> EndsProblems.directionUnknown(application));
    }

    private Found locate(Side side, Optional<Found> now, Supplier<Found> byDefault) {
        return byParameter(side)
                .or(() -> inNamedFile(side, now))
                .or(() -> now.filter(found -> found.is(side)))
                .or(() -> inChoices(side))
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
        if (side == Side.SQLITE && isPlainPath(text)) {
            Endpoint file = new SqliteFile(request.folder().resolve(text));
            return new Found(file, new Origin(where, null), List.of());
        }
        Found found = application.understand(text, where);
        if (!found.is(side)) {
            throw EndsProblems.wrongKind(side, found.side());
        }
        return found;
    }

    private static boolean isPlainPath(String text) {
        return !DatabaseUrl.hasScheme(text) && !text.startsWith(":");
    }

    private Optional<Found> inNamedFile(Side side, Optional<Found> now) {
        if (request.env() == null) {
            return Optional.empty();
        }
        Found found = named(request.env()).ofStage(request.env());
        if (request.sourceSide() == null && now.isPresent() && now.get().is(found.side())) {
            throw EndsProblems.sameKind(now.get(), found);
        }
        return Optional.of(found).filter(named -> named.is(side));
    }

    /** What {@code dbsync.env} names: a .env file, or else a profile or an environment of the application. */
    private Found named(String env) {
        Path path = request.folder().resolve(".env." + env);
        DataSource choice = application.configuration().choices().get(env);
        if (choice != null && !Files.isRegularFile(path)) {
            return application.understand(choice);
        }
        DotEnv file =
                application.envFile(".env." + env).orElseThrow(() -> EndsProblems.stageMissing(path, application));
        return application
                .urlIn(file)
                .map(application::understand)
                .orElseThrow(() -> EndsProblems.urlMissing(file, application.urlVariable()));
    }

    /** The one profile or environment of the application that leads to a side. */
    private Optional<Found> inChoices(Side side) {
        List<Found> found = application.choices(side);
        if (found.stream().map(Found::endpoint).distinct().count() > 1) {
            throw EndsProblems.severalChoices(side, application.configuration().framework(), found);
        }
        return found.stream().findFirst();
    }

    /**
     * An end in the files that are there for the other end: {@code .env.previous} where a stage's file took the place of
     * .env; {@code .env.sqlite} or {@code .env.postgres}; then .env.local.
     */
    static Optional<Found> inOtherFiles(Application application, Side side) {
        Stream<String> previous = StageTemplate.previous(application).stream().map(template -> StageTemplate.PREVIOUS);
        return Stream.concat(previous, Stream.of(PreviousSettings.fileName(side), ".env.local"))
                .map(application::urlIn)
                .flatMap(Optional::stream)
                .map(application::understand)
                .filter(found -> found.is(side))
                .findFirst();
    }

    private Found targetByDefault(Side side) {
        if (side == Side.POSTGRESQL) {
            return new Found(
                    application.embedded(), new Origin("by default: no PostgreSQL is configured", null), List.of());
        }
        if (application.schema().isEmpty()) {
            throw EndsProblems.nothingNames(side, application);
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
            throw present.map(file -> EndsProblems.urlMissing(file, application.urlVariable()))
                    .orElseGet(() ->
                            EndsProblems.envFileMissing(application.envPlaces().get(0), application.urlVariable()));
        }
        throw EndsProblems.nothingNames(side, application);
    }
}
