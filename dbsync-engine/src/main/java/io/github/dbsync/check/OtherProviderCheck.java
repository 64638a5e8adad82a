package io.github.dbsync.check;

import io.github.dbsync.appconfig.ApplicationSchema;
import io.github.dbsync.prisma.Provider;
import io.github.dbsync.prisma.SchemaPush;

/** Whether the schema would lose something if its provider were the other one. */
public record OtherProviderCheck(Project project) implements Check {

    @Override
    public String sentence() {
        return "The schema can be had on both sides.";
    }

    @Override
    public Outcome examine() {
        return project.validSchema().map(OtherProviderCheck::outcome).orElse(SchemaFileCheck.NO_VALID_SCHEMA);
    }

    private static Outcome outcome(ApplicationSchema schema) {
        Provider other = Project.provider(schema).other();
        return Outcome.of(
                "Nothing in it is lost on " + other.word() + ".",
                SchemaPush.lost(schema.parsed().schema(), other));
    }
}
