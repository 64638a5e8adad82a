package io.github.dbsync.check;

import io.github.dbsync.appconfig.Application;
import io.github.dbsync.appconfig.MigrationsCheck;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.Severity;
import java.util.Optional;

/** Whether the migrations are for the provider of the schema. */
public record MigrationProviderCheck(Project project) implements Check {

    static final Outcome NO_MIGRATIONS = Outcome.notApplicable(
            "There are no migrations of Prisma; those of Flyway and Liquibase only they can run.");

    @Override
    public String sentence() {
        return "The migrations are for the schema's provider.";
    }

    @Override
    public Outcome examine() {
        return project.hasMigrations() ? outcome() : NO_MIGRATIONS;
    }

    private Outcome outcome() {
        return foreign(project).map(Outcome::failed).orElseGet(() -> Outcome.passed(""));
    }

    /** That the migrations are for another provider, as a refusal: so does Prisma. */
    static Optional<Problem> foreign(Project project) {
        Optional<Application> application = project.application().value();
        return application.flatMap(MigrationsCheck::of).map(problem -> problem.withSeverity(Severity.REFUSAL));
    }
}
