package io.github.dbsync.maven;

import io.github.dbsync.DbSync;
import io.github.dbsync.SnapshotRequest;
import io.github.dbsync.appconfig.EndsRequest;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Takes a snapshot of the database that the application uses, or of the side that {@code dbsync.from} names: a {@code .sql}
 * file that {@code psql} or {@code sqlite3} runs, with a manifest beside it, in the database's own SQL or the other side's. The
 * same content gives the same bytes. Changes neither end. Needs no POM.
 *
 * @since 0.1.0
 */
@Mojo(name = "snapshot", requiresProject = false, threadSafe = true, configurator = RedactingConfigurator.NAME)
public final class SnapshotMojo extends ArchiveMojo {

    /**
     * Whose SQL the snapshot is written in: {@code sqlite} or {@code postgresql}. By default the database's own.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.snapshot.dialect")
    private @Nullable String snapshotDialect;

    /**
     * What is proven before there is a snapshot: {@code digest} (every value), {@code count} (the
     * number of rows) or {@code none}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.verify", defaultValue = "digest")
    private String verify = "";

    @Inject
    SnapshotMojo(MavenBuild build) {
        super(build);
    }

    @Override
    String run(DbSync dbSync, EndsRequest ends) {
        SnapshotRequest request = new SnapshotRequest(
                ends,
                SnapshotDialects.parse(snapshotDialect),
                columnRules(),
                VerifyModes.parse(verify),
                snapshots(0),
                build.reportFolder());
        return dbSync.snapshot(request).text();
    }
}
