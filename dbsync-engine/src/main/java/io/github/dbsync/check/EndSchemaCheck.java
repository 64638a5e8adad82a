package io.github.dbsync.check;

import io.github.dbsync.appconfig.ApplicationSchema;
import io.github.dbsync.appconfig.Ends;
import io.github.dbsync.comparison.SchemaDifference;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.function.Function;

/**
 * Whether a database is what the schema describes.
 *
 * @param role which end it is, for people
 * @param which which end it is
 */
public record EndSchemaCheck(
        Project project, SchemaMaker maker, LiveEnds live, String role, Function<Ends, Endpoint> which)
        implements Check {

    @Override
    public String sentence() {
        return "The " + role + " is what the schema describes.";
    }

    @Override
    public Outcome examine() {
        return project.validSchema()
                .map(schema -> live.at(which, end -> compare(schema, end)))
                .orElse(SchemaFileCheck.NO_VALID_SCHEMA);
    }

    private Outcome compare(ApplicationSchema schema, Endpoint end) {
        return Outcome.of(
                end.describe() + " was compared; the goal verify compares rows.",
                maker.differences(schema, end).stream()
                        .map(difference -> drifted(difference, schema, end))
                        .toList());
    }

    private static Problem drifted(SchemaDifference difference, ApplicationSchema schema, Endpoint end) {
        return Problem.refusal(
                ProblemCode.SCHEMA_DRIFTED,
                "A database is not what the schema describes.",
                difference.subject() + " of " + end.describe(),
                difference.text(schema.where(), "the database") + ".",
                "npx prisma migrate deploy applies the migrations that it lacks; without migrations, npx prisma db push");
    }
}
