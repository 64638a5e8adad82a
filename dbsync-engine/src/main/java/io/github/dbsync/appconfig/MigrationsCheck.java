package io.github.dbsync.appconfig;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.util.Optional;

/** Whether Prisma takes an application's migrations: those of another provider than the schema's it refuses (P3019). */
public final class MigrationsCheck {

    private MigrationsCheck() {}

    /** What is wrong with them, with the command that helps; nothing where they fit, or where there are none. */
    public static Optional<Problem> of(Application application) {
        try {
            return application.migrations().flatMap(folder -> foreign(folder, application));
        } catch (DbSyncException notUnderstood) {
            return Optional.of(notUnderstood.problem());
        }
    }

    private static Optional<Problem> foreign(MigrationFolder folder, Application application) {
        PrismaSchema schema = application.schema().orElseThrow();
        return folder.side()
                .filter(side -> side != schema.provider())
                .map(side -> Problem.warning(
                        ProblemCode.MIGRATIONS_OF_ANOTHER_PROVIDER,
                        "The migrations are for " + side.id() + ", and the schema's provider is "
                                + schema.provider().id(),
                        folder.where(),
                        "prisma migrate refuses migrations of another provider (P3019)",
                        "mvn io.github.dbsync:dbsync-maven-plugin:switch -Ddbsync.to="
                                + schema.provider().id()
                                + " keeps them beside and gives the schema migrations of its own"));
    }
}
