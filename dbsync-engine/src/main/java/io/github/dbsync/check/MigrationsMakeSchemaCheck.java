package io.github.dbsync.check;

import io.github.dbsync.appconfig.ApplicationSchema;
import io.github.dbsync.comparison.SchemaDifference;
import io.github.dbsync.dialect.ScratchDatabase;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;

/** Whether the migrations, applied in their order to an empty database, make what the schema describes. */
public record MigrationsMakeSchemaCheck(Project project, SchemaMaker maker) implements Check {

    @Override
    public String sentence() {
        return "The migrations make the schema.";
    }

    @Override
    public Outcome examine() {
        if (!project.hasMigrations()) {
            return MigrationProviderCheck.NO_MIGRATIONS;
        }
        return MigrationProviderCheck.foreign(project).isPresent()
                ? Outcome.notApplicable("They are for another provider.")
                : project.validSchema().map(this::compare).orElse(SchemaFileCheck.NO_VALID_SCHEMA);
    }

    private Outcome compare(ApplicationSchema schema) {
        int migrations = project.migrationScripts().size();
        try (ScratchDatabase migrated = maker.migrated(project.migrationScripts(), Project.provider(schema))) {
            return Outcome.of(
                    migrations + (migrations == 1 ? " was" : " were") + " applied to an empty database.",
                    maker.differences(schema, migrated.endpoint()).stream()
                            .map(difference -> drifted(difference, schema))
                            .toList());
        }
    }

    private static Problem drifted(SchemaDifference difference, ApplicationSchema schema) {
        return Problem.refusal(
                ProblemCode.SCHEMA_DRIFTED,
                "The migrations do not make what the schema describes.",
                difference.subject(),
                difference.text(schema.where(), "a database that the migrations made") + ".",
                "npx prisma migrate dev --name <what changed> writes the migration that is missing");
    }
}
