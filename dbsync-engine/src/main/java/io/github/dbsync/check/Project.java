package io.github.dbsync.check;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.Application;
import io.github.dbsync.appconfig.ApplicationSchema;
import io.github.dbsync.appconfig.MigrationScript;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.prisma.Provider;
import io.github.dbsync.prisma.SchemaCheck;
import io.github.dbsync.rules.ColumnRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The project's files, read once. What is not understood is a failure of the check that is about it, and nothing to all others.
 *
 * @param application its files that say where its data is, and how its database is made
 * @param rules what is said of columns
 * @param schemaProblems what Prisma would say of its schema
 */
public record Project(Reading<Application> application, Reading<ColumnRules> rules, List<Problem> schemaProblems) {

    public Project {
        requireNonNull(application, "application");
        requireNonNull(rules, "rules");
        schemaProblems = List.copyOf(schemaProblems);
    }

    /** Reads what there is in the project's folder. */
    public static Project read(CheckRequest request) {
        Reading<Application> application = Reading.of(
                () -> Application.read(request.ends().folder(), request.ends().environment()));
        List<Problem> schemaProblems = application
                .value()
                .flatMap(Application::prismaSchema)
                .map(schema -> SchemaCheck.problems(schema.parsed()))
                .orElse(List.of());
        return new Project(application, Reading.of(request.rules()), schemaProblems);
    }

    /** The Prisma schema, whether Prisma takes it or not; empty where there is none. */
    Optional<ApplicationSchema> schema() {
        return application.value().flatMap(Application::prismaSchema);
    }

    /** The Prisma schema where Prisma takes it. */
    Optional<ApplicationSchema> validSchema() {
        return schema().filter(schema -> schemaProblems.isEmpty());
    }

    /** The kind of database that a schema is for which Prisma takes. */
    static Provider provider(ApplicationSchema schema) {
        return schema.parsed().schema().provider().orElseThrow();
    }

    /** The scripts of Prisma's migrations, in the order in which they are applied. */
    List<MigrationScript> migrationScripts() {
        return application.value().map(MigrationScript::of).orElse(List.of());
    }

    /** Whether Prisma has migrations here. */
    boolean hasMigrations() {
        return application.value().filter(Application::hasMigrations).isPresent();
    }

    /**
     * What became of reading something.
     *
     * @param value what was read; empty where it was not understood
     * @param problem why it was not understood
     */
    record Reading<T>(Optional<T> value, Optional<Problem> problem) {

        private static <T> Reading<T> of(Supplier<T> reader) {
            try {
                return new Reading<>(Optional.of(reader.get()), Optional.empty());
            } catch (DbSyncException notUnderstood) {
                return new Reading<>(Optional.empty(), Optional.of(notUnderstood.problem()));
            }
        }
    }
}
