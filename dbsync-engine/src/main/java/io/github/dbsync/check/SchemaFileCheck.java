package io.github.dbsync.check;

import io.github.dbsync.appconfig.ApplicationSchema;

/** Whether Prisma takes the schema. */
public record SchemaFileCheck(Project project) implements Check {

    static final Outcome NO_SCHEMA = Outcome.notApplicable("There is no Prisma schema.");
    static final Outcome NO_VALID_SCHEMA = Outcome.notApplicable("There is no Prisma schema that Prisma takes.");

    @Override
    public String sentence() {
        return "Prisma takes the schema.";
    }

    @Override
    public Outcome examine() {
        return project.schema().map(this::outcome).orElse(NO_SCHEMA);
    }

    private Outcome outcome(ApplicationSchema schema) {
        return Outcome.of("It was read from " + schema.where() + ".", project.schemaProblems());
    }
}
