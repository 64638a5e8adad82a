package io.github.dbsync.check;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.Ends;
import io.github.dbsync.appconfig.EndsFinder;
import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.feedback.Severity;
import io.github.dbsync.survey.Dialects;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The databases that the project's files, the environment or the parameters name. They are read, and nothing else. */
public final class LiveEnds {

    /** What is said where nobody names a database, as in CI. */
    private static final Set<ProblemCode> NOT_NAMED =
            EnumSet.of(ProblemCode.DIRECTION_UNKNOWN, ProblemCode.ENV_FILE_MISSING, ProblemCode.DATABASE_URL_MISSING);

    private final Dialects dialects;
    private final @Nullable Ends ends;
    private final @Nullable Problem notFound;

    private LiveEnds(Dialects dialects, @Nullable Ends ends, @Nullable Problem notFound) {
        this.dialects = dialects;
        this.ends = ends;
        this.notFound = notFound;
    }

    /** Finds them, and connects nowhere. */
    public static LiveEnds find(EndsRequest request, Dialects dialects) {
        try {
            return new LiveEnds(dialects, EndsFinder.find(request), null);
        } catch (DbSyncException notFound) {
            return new LiveEnds(dialects, null, notFound.problem());
        }
    }

    /**
     * Looks at an end.
     *
     * @param which which of the ends
     * @param look is given the end, which answered
     * @throws DbSyncException where what names it is not understood
     */
    Outcome at(Function<Ends, Endpoint> which, Function<Endpoint, Outcome> look) {
        if (ends == null) {
            return notNamed(requireNonNull(notFound));
        }
        Endpoint end = which.apply(ends);
        if (isYetToBeMade(end)) {
            return Outcome.notApplicable("There is no " + end.describe() + " yet.");
        }
        Endpoint running = dialects.running(end);
        return unreached(running).orElseGet(() -> look.apply(running));
    }

    private static Outcome notNamed(Problem problem) {
        if (NOT_NAMED.contains(problem.code())) {
            return Outcome.notApplicable("No database is configured: " + problem.what() + ".");
        }
        throw new DbSyncException(problem);
    }

    private static boolean isYetToBeMade(Endpoint end) {
        return (end instanceof SqliteFile file && Files.notExists(file.path()))
                || (end instanceof EmbeddedPostgres embedded && Files.notExists(embedded.folder()));
    }

    /** A database that does not answer says nothing of the commit: that is a warning. */
    private Optional<Outcome> unreached(Endpoint end) {
        try {
            dialects.source(end).close();
            return Optional.empty();
        } catch (DbSyncException notReached) {
            return Optional.of(
                    new Outcome("", true, List.of(notReached.problem().withSeverity(Severity.WARNING))));
        }
    }

    /** Both ends, where both are named. */
    Optional<Ends> ends() {
        return Optional.ofNullable(ends);
    }
}
