package io.github.dbsync.appconfig;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a migration of Prisma runs.
 *
 * @param where its {@code migration.sql}, relative to the project's folder
 * @param sql the statements
 */
public record MigrationScript(String where, String sql) {

    public MigrationScript {
        requireNonNull(where, "where");
        requireNonNull(sql, "sql");
    }

    /**
     * The scripts of an application's migrations, in the order in which Prisma applies them.
     *
     * @throws io.github.dbsync.feedback.DbSyncException with {@code MIGRATIONS_NOT_UNDERSTOOD} where they cannot be read
     */
    public static List<MigrationScript> of(Application application) {
        return application
                .migrations()
                .map(folder -> folder.inOrder(application.folder()))
                .orElse(List.of());
    }
}
