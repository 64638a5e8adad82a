package io.github.dbsync.doctor;

import io.github.dbsync.appconfig.Ends;
import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.appconfig.FileEdit;
import io.github.dbsync.appconfig.FileEdits;
import io.github.dbsync.appconfig.MigrationsCheck;
import io.github.dbsync.appconfig.SwitchPlan;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.status.EndStatus;
import io.github.dbsync.status.Status;
import io.github.dbsync.status.StatusReader;
import io.github.dbsync.survey.Dialects;
import io.github.dbsync.survey.FoundEnds;
import io.github.dbsync.survey.PrismaMigrations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks at everything that a sync needs, in the order in which it needs it. What fails is a finding here, and no failure. */
public final class Doctor {

    private final Dialects dialects;
    private final EndsRequest request;

    public Doctor(Dialects dialects, EndsRequest request) {
        this.dialects = dialects;
        this.request = request;
    }

    /** @param repairs whether .gitignore is given what it lacks */
    public Diagnosis examine(boolean repairs) {
        List<Check> checks = new ArrayList<>();
        Optional<Ends> ends = ends(checks);
        ends.ifPresent(found -> reach(found, checks));
        PrivateFiles files = PrivateFiles.of(request.folder(), ends.flatMap(Doctor::sqlite));
        List<FileEdit> repaired = repairs ? repair(files) : List.of();
        checks.addAll(files.checks());
        return new Diagnosis(checks, repaired);
    }

    private Optional<Ends> ends(List<Check> checks) {
        try {
            FoundEnds found = FoundEnds.find(request);
            found.findings().stream().map(Check::of).forEach(checks::add);
            return Optional.of(found.ends());
        } catch (DbSyncException notFound) {
            checks.add(Check.of(notFound.problem()));
            return Optional.empty();
        }
    }

    private void reach(Ends ends, List<Check> checks) {
        Status status = new StatusReader(dialects).read(new FoundEnds(ends, List.of()), Optional.empty());
        checks.add(check("source", status.source()));
        checks.add(isYetToBeMade(status.target()) ? toBeMade(status.target()) : check("target", status.target()));
        if (status.provider() != null) {
            checks.add(Check.passed("provider: " + status.provider()));
        }
        Optional<Problem> foreign = MigrationsCheck.of(ends.application());
        foreign.map(Check::of).ifPresent(checks::add);
        if (status.target().isReached() && foreign.filter(Problem::refuses).isEmpty()) {
            planSwitch(ends).findings().stream().map(Check::of).forEach(checks::add);
        }
    }

    private SwitchPlan planSwitch(Ends ends) {
        Endpoint target = dialects.running(ends.target());
        return new PrismaMigrations(dialects, target).planSwitch(ends, true);
    }

    private static Check check(String role, EndStatus end) {
        Problem obstacle = end.obstacle();
        return obstacle == null
                ? Check.passed(role + ": " + end.description() + ", version " + end.version())
                : Check.of(obstacle);
    }

    private static boolean isYetToBeMade(EndStatus target) {
        return target.obstacle() != null && target.obstacle().code() == ProblemCode.SQLITE_FILE_MISSING;
    }

    private static Check toBeMade(EndStatus target) {
        return Check.passed("target: " + target.description() + ", which the first sync makes");
    }

    private static Optional<SqliteFile> sqlite(Ends ends) {
        return Stream.of(ends.source(), ends.target())
                .filter(SqliteFile.class::isInstance)
                .map(SqliteFile.class::cast)
                .findFirst();
    }

    private List<FileEdit> repair(PrivateFiles files) {
        List<FileEdit> edits = files.ignoreThem().stream().toList();
        FileEdits.apply(request.folder(), edits);
        return edits;
    }
}
