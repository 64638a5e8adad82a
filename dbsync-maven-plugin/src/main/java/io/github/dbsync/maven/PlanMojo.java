package io.github.dbsync.maven;

import io.github.dbsync.DbSync;
import io.github.dbsync.SyncRequest;
import io.github.dbsync.archive.SnapshotOptions;
import io.github.dbsync.report.SyncReport;
import io.github.dbsync.verify.VerifyMode;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Shows what {@code sync} would do, and changes nothing at either end: both ends, every table, what becomes of every other
 * object, and every finding of a look at all rows. Fails where {@code sync} would be refused. Needs no POM.
 *
 * @since 0.1.0
 */
@Mojo(name = "plan", requiresProject = false, threadSafe = true, configurator = RedactingConfigurator.NAME)
public final class PlanMojo extends PlanningMojo {

    @Inject
    PlanMojo(MavenBuild build) {
        super(build);
    }

    /** Nothing is moved, so there is nothing to prove. */
    @Override
    VerifyMode verifyMode() {
        return VerifyMode.NONE;
    }

    /** Nothing is overwritten. */
    @Override
    SnapshotOptions snapshots() {
        return build.snapshots(null, false, false, 0);
    }

    @Override
    SyncReport run(DbSync dbSync, SyncRequest request) {
        return dbSync.plan(request);
    }
}
