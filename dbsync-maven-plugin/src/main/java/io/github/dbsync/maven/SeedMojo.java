package io.github.dbsync.maven;

import io.github.dbsync.Confirmation;
import io.github.dbsync.DbSync;
import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.seed.SeedRequest;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Gives the database that the application uses now the rows of files that are kept with the project: SQL of either dialect, CSV,
 * and YAML fixtures with references. Everything is held against the schema first; then all of it is written, or nothing. Run
 * again, it changes nothing. Needs no POM.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "seed",
        defaultPhase = LifecyclePhase.PROCESS_TEST_RESOURCES,
        requiresProject = false,
        threadSafe = true,
        configurator = RedactingConfigurator.NAME)
public final class SeedMojo extends RuledMojo {

    /**
     * Skips a seed that is bound to a phase, together with the tests that it is for.
     *
     * @since 0.1.0
     */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /**
     * Skips a seed that is bound to a phase, together with the tests that it is for.
     *
     * @since 0.1.0
     */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean mavenTestSkip;

    /**
     * Files, and folders with files, relative to the project and separated by commas. The files of a folder are taken in the
     * order of their names.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.seed", defaultValue = "seed")
    private List<String> files = List.of();

    /**
     * Gives rows that are there other values without a question. In a POM it counts for the embedded server only, whose data is
     * the build's own.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.yes", defaultValue = "false")
    private boolean yes;

    /**
     * The name of the database, where it is production or its server is another machine: there nothing else will do. On the
     * command line or in {@code .mvn/maven.config} only.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.confirm")
    private @Nullable String confirm;

    /**
     * Tries everything in the database itself, and keeps nothing of it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.dryRun", defaultValue = "false")
    private boolean dryRun;

    @Inject
    SeedMojo(MavenBuild build) {
        super(build);
    }

    @Override
    boolean isSkipped() {
        return !build.isCalledByHand() && (skipTests || mavenTestSkip);
    }

    @Override
    Confirmation confirmation() {
        Consent consent = Consent.of(yes, build.isOnCommandLine("dbsync.yes"));
        String name = build.isOnCommandLine("dbsync.confirm") ? confirm : null;
        return new ConsoleConfirmation(getLog(), consent, name, build.prompter());
    }

    @Override
    String run(DbSync dbSync, EndsRequest ends) {
        return dbSync.seed(new SeedRequest(ends, files, columnRules(), dryRun)).text();
    }
}
