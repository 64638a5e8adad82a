package io.github.dbsync.maven;

import io.github.dbsync.DbSync;
import io.github.dbsync.SyncRequest;
import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.archive.SnapshotOptions;
import io.github.dbsync.report.SyncReport;
import io.github.dbsync.verify.VerifyMode;
import java.io.File;
import java.nio.file.Path;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that plans a sync, and perhaps carries it out: the parameters of the switch, and the report. */
abstract class PlanningMojo extends SelectingMojo {

    /**
     * Whose the target's schema is: {@code keep} leaves it as it is and replaces the rows of its tables only, {@code push} makes
     * it from what the source has. By default it is kept where Flyway, Liquibase or Prisma Migrate has its history there.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.schema")
    private @Nullable String schema;

    /**
     * Whether the application's files are made to name the target. By default {@code true} where the goal is
     * called from the command line, and {@code false} where it is bound to a phase.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.switch", alias = "switch")
    private @Nullable Boolean switchFiles;

    /**
     * The folder of {@code report.json}. By default {@code target/dbsync}, without a POM {@code .dbsync}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.report")
    private @Nullable File report;

    PlanningMojo(MavenBuild build) {
        super(build);
    }

    /** How much is proven where rows are moved. */
    abstract VerifyMode verifyMode();

    /** What becomes of what is overwritten. */
    abstract SnapshotOptions snapshots();

    /** What the goal is for. */
    abstract SyncReport run(DbSync dbSync, SyncRequest request);

    @Override
    final String run(DbSync dbSync, EndsRequest ends) {
        boolean switching = switchFiles == null ? build.isCalledByHand() : switchFiles;
        SyncReport result = run(
                dbSync,
                new SyncRequest(
                        ends,
                        selection(),
                        columnRules(),
                        SchemaModes.parse(schema),
                        verifyMode(),
                        switching,
                        snapshots(),
                        reportFolder(),
                        build.dependencies()));
        return result.text() + "\nReport: " + reportFolder().resolve("report.json");
    }

    private Path reportFolder() {
        return report == null ? build.reportFolder() : report.toPath();
    }
}
