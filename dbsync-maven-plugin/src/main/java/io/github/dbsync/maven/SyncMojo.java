package io.github.dbsync.maven;

import io.github.dbsync.Confirmation;
import io.github.dbsync.DbSync;
import io.github.dbsync.SyncRequest;
import io.github.dbsync.archive.SnapshotOptions;
import io.github.dbsync.report.SyncReport;
import io.github.dbsync.verify.VerifyMode;
import java.io.File;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Moves a whole database between a SQLite file and PostgreSQL, in either direction, all or nothing, proves that not one
 * value changed, and then points the application at the other side. Where the data is now is read from the application's own
 * files (Prisma, Spring Boot, MyBatis, {@code .env}); every parameter overrides what is read there. Needs no POM.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "sync",
        defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
        requiresProject = false,
        threadSafe = true,
        configurator = RedactingConfigurator.NAME)
public final class SyncMojo extends PlanningMojo {

    /**
     * Skips a sync that is bound to a phase, together with the integration tests that it is for.
     *
     * @since 0.1.0
     */
    @Parameter(property = "skipITs", defaultValue = "false")
    private boolean skipITs;

    /**
     * Skips a sync that is bound to a phase, together with the tests that it is for.
     *
     * @since 0.1.0
     */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /**
     * Skips a sync that is bound to a phase, together with the tests that it is for.
     *
     * @since 0.1.0
     */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean mavenTestSkip;

    /**
     * What is proven before anything becomes visible: {@code digest} (every value), {@code count} (the
     * number of rows) or {@code none}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.verify", defaultValue = "digest")
    private String verify = "";

    /**
     * Overwrites what is at the target without a question. On the command line and in {@code .mvn/maven.config} it counts
     * for any target; in a POM only for the embedded server, whose data is the build's own: a POM cannot agree for whoever
     * runs it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.yes", defaultValue = "false")
    private boolean yes;

    /**
     * The name of the database that is written, where it is production or its server is another machine: there nothing else
     * will do, and a POM cannot give it. On the command line or in {@code .mvn/maven.config} only.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.confirm")
    private @Nullable String confirm;

    /**
     * Whether a snapshot is taken of what is overwritten, so that the goal {@code restore} undoes the sync.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.snapshot", defaultValue = "true")
    private boolean snapshot;

    /**
     * How many snapshots stay that were taken before something was overwritten; older ones are deleted.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.keep", defaultValue = "5")
    private int keep;

    /**
     * The folder of the snapshots. By default {@code .dbsync/snapshots}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.snapshot.folder")
    private @Nullable File snapshotFolder;

    /**
     * Whether snapshots are compressed by Zstandard: {@code .sql.zst} instead of {@code .sql}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.snapshot.compress", defaultValue = "false")
    private boolean snapshotCompress;

    /**
     * Stops after the plan, as the goal {@code plan} does; nothing is changed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Inject
    SyncMojo(MavenBuild build) {
        super(build);
    }

    @Override
    boolean isSkipped() {
        return !build.isCalledByHand() && (skipITs || skipTests || mavenTestSkip);
    }

    @Override
    VerifyMode verifyMode() {
        return VerifyModes.parse(verify);
    }

    @Override
    Confirmation confirmation() {
        return build.confirmation(getLog(), yes, confirm);
    }

    @Override
    SnapshotOptions snapshots() {
        return build.snapshots(snapshotFolder, snapshotCompress, snapshot, keep);
    }

    @Override
    SyncReport run(DbSync dbSync, SyncRequest request) {
        return dryRun ? dbSync.plan(request) : dbSync.sync(request);
    }
}
