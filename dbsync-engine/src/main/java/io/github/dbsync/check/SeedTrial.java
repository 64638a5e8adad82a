package io.github.dbsync.check;

import io.github.dbsync.appconfig.ApplicationSchema;
import io.github.dbsync.dialect.LiveTarget;
import io.github.dbsync.dialect.ScratchDatabase;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.prisma.Provider;
import io.github.dbsync.rules.ColumnRules;
import io.github.dbsync.seed.SeedPlan;
import io.github.dbsync.seed.SeedRequest;
import io.github.dbsync.seed.Seeder;
import io.github.dbsync.survey.Dialects;
import java.nio.file.Files;
import java.util.List;

/** Whether the seed can be given to an empty database that the project's files make. */
public record SeedTrial(CheckRequest request, Project project, SchemaMaker maker, Dialects dialects) implements Check {

    private static final List<String> USUAL = List.of("seed");

    @Override
    public String sentence() {
        return "The seed fits the schema.";
    }

    @Override
    public Outcome examine() {
        if (isWithoutSeed()) {
            return Outcome.notApplicable("There is no folder seed.");
        }
        return project.validSchema()
                .map(this::tryIn)
                .orElseGet(() -> Outcome.notApplicable(
                        "Without a Prisma schema there is nothing to make a database of; the goal seed with -Ddbsync.dryRun"
                                + " tries it in the database itself."));
    }

    /** The usual folder may be absent; what the user names may not. */
    private boolean isWithoutSeed() {
        return request.seedFiles().equals(USUAL)
                && Files.notExists(request.ends().folder().resolve(USUAL.get(0)));
    }

    private Outcome tryIn(ApplicationSchema schema) {
        try (ScratchDatabase database = made(schema)) {
            return Outcome.of("It was tried in an empty database of its own.", problems(database.endpoint()));
        }
    }

    /** Where the migrations cannot make a database, which is a failure of their own check, the schema makes one. */
    private ScratchDatabase made(ApplicationSchema schema) {
        Provider provider = Project.provider(schema);
        boolean migrates = project.hasMigrations()
                && MigrationProviderCheck.foreign(project).isEmpty();
        try {
            return migrates
                    ? maker.migrated(project.migrationScripts(), provider)
                    : maker.described(schema, provider, null);
        } catch (DbSyncException refused) {
            return maker.described(schema, provider, null);
        }
    }

    private List<Problem> problems(Endpoint end) {
        ColumnRules rules = project.rules().value().orElse(ColumnRules.NONE);
        SeedRequest seed = new SeedRequest(request.ends(), request.seedFiles(), rules, true);
        try (LiveTarget target = dialects.liveTarget(end)) {
            Seeder seeder = new Seeder(seed, target, Dialects.of(end), Dialects.homeSchema(end));
            SeedPlan plan = seeder.plan();
            return plan.problems().isEmpty() ? seeder.write(plan) : plan.problems();
        }
    }
}
