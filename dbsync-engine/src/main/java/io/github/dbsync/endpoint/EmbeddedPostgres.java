package io.github.dbsync.endpoint;

import java.nio.file.Path;

/**
 * The project's own PostgreSQL, which is started when it is needed and then becomes a {@link PostgresDatabase}.
 *
 * @param folder where it keeps its data, such as {@code .dbsync/postgres}; absolute and normalised
 */
public record EmbeddedPostgres(Path folder) implements Endpoint {

    public EmbeddedPostgres {
        folder = folder.toAbsolutePath().normalize();
    }

    /** The server of a project's own. */
    public static EmbeddedPostgres ofProject(Path folder) {
        return new EmbeddedPostgres(folder.resolve(".dbsync/postgres"));
    }

    /**
     * The server of databases that are there only while a goal runs; none of the project's own is touched.
     *
     * @param reports the folder of the goals' reports
     */
    public static EmbeddedPostgres ofScratch(Path reports) {
        return new EmbeddedPostgres(reports.resolve("scratch"));
    }

    @Override
    public String dialect() {
        return "postgresql";
    }

    @Override
    public String describe() {
        return "embedded PostgreSQL in " + folder;
    }
}
