package io.github.dbsync.maven;

import io.github.dbsync.Confirmation;
import io.github.dbsync.DbSync;
import io.github.dbsync.RestoreRequest;
import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.report.SyncReport;
import java.nio.file.Path;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Puts a snapshot back to the side whose SQL it is, all or nothing: the database is what it was, and nothing else. Every sync
 * takes a snapshot of what it overwrites, so that this undoes the last one. Where {@code dbsync.to} on the command line names the
 * other side, that becomes what the snapshot is, as by a sync. Needs no POM.
 *
 * @since 0.1.0
 */
@Mojo(name = "restore", requiresProject = false, threadSafe = true, configurator = RedactingConfigurator.NAME)
public final class RestoreMojo extends ArchiveMojo {

    /**
     * The snapshot: {@code latest}, the name of a file in the folder of the snapshots, or a path.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.snapshot", defaultValue = "latest")
    private String snapshot = "";

    /**
     * Agrees that rows are lost which changed after the sync that is undone. On the command line only.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.discard", defaultValue = "false")
    private boolean discard;

    /**
     * What is proven before anything becomes visible: {@code digest} (every value), {@code count} (the
     * number of rows) or {@code none}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.verify", defaultValue = "digest")
    private String verify = "";

    /**
     * Overwrites what is there without a question. On the command line it counts for any database; in a POM only for the
     * embedded server.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.yes", defaultValue = "false")
    private boolean yes;

    /**
     * The name of the database that is written, where it is production or its server is another machine. On the command line
     * only.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.confirm")
    private @Nullable String confirm;

    /**
     * How many snapshots stay that were taken before something was overwritten; older ones are deleted.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.keep", defaultValue = "5")
    private int keep;

    @Inject
    RestoreMojo(MavenBuild build) {
        super(build);
    }

    @Override
    Confirmation confirmation() {
        return build.confirmation(getLog(), yes, confirm);
    }

    @Override
    String run(DbSync dbSync, EndsRequest ends) {
        boolean discards = discard && build.isOnCommandLine("dbsync.discard");
        Path report = build.reportFolder();
        SyncReport restored = dbSync.restore(new RestoreRequest(
                ends,
                snapshot,
                onto(ends),
                columnRules(),
                discards,
                VerifyModes.parse(verify),
                snapshots(keep),
                report));
        return restored.text() + "\nReport: " + report.resolve("report.json");
    }

    /** A POM says where syncs go; an undo goes back to where the sync went that it undoes. */
    private @Nullable String onto(EndsRequest ends) {
        return build.isOnCommandLine("dbsync.to") ? ends.to() : null;
    }
}
