package io.github.dbsync.maven;

import io.github.dbsync.DbSync;
import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.check.CheckReport;
import io.github.dbsync.check.CheckReportFile;
import io.github.dbsync.check.CheckRequest;
import io.github.dbsync.feedback.DbSyncException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Checks what a commit has: that the Prisma schema is valid and what it would lose on the other side, that the migrations make it,
 * that rules and seed fit it, and that the databases that are configured are what it describes. Needs no database: what has to be
 * tried is tried in embedded ones. Makes every check before it fails, and writes {@code check.md} for a reviewer. Needs no POM.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "check",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresProject = false,
        threadSafe = true,
        configurator = RedactingConfigurator.NAME)
public final class CheckMojo extends RuledMojo {

    /**
     * Files, and folders with files, of the seed: relative to the project and separated by commas.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.seed", defaultValue = "seed")
    private List<String> files = List.of();

    /**
     * Whether a warning fails the build too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.check.strict", defaultValue = "false")
    private boolean strict;

    /**
     * The folder of {@code check.md}. By default {@code target/dbsync}, without a POM {@code .dbsync}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.report")
    private @Nullable File report;

    @Inject
    CheckMojo(MavenBuild build) {
        super(build);
    }

    @Override
    String run(DbSync dbSync, EndsRequest ends) {
        Path folder = report == null ? build.reportFolder() : report.toPath();
        CheckReport result = dbSync.check(new CheckRequest(ends, files, this::columnRules, strict, folder));
        String text = result.text() + "\nReport: " + folder.resolve(CheckReportFile.NAME);
        result.refusal().ifPresent(problem -> {
            text.lines().forEach(getLog()::info);
            throw new DbSyncException(problem);
        });
        return text;
    }
}
