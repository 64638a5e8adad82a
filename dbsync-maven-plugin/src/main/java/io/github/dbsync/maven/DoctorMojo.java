package io.github.dbsync.maven;

import io.github.dbsync.DbSync;
import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.doctor.Diagnosis;
import io.github.dbsync.feedback.DbSyncException;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Looks for everything that a sync needs, with a remedy for what is missing: both ends, their servers, the application's files,
 * and whether git ignores secrets, databases and dumps. Fails where a sync could not run. Needs no POM.
 *
 * @since 0.1.0
 */
@Mojo(name = "doctor", requiresProject = false, threadSafe = true, configurator = RedactingConfigurator.NAME)
public final class DoctorMojo extends DatabaseMojo {

    /**
     * Adds the lines to .gitignore that keep secrets, databases and dumps out of git.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.fix", defaultValue = "false")
    private boolean fix;

    @Inject
    DoctorMojo(MavenBuild build) {
        super(build);
    }

    @Override
    String run(DbSync dbSync, EndsRequest ends) {
        Diagnosis diagnosis = dbSync.doctor(ends, fix);
        diagnosis.text().lines().forEach(getLog()::info);
        diagnosis.refusal().ifPresent(problem -> {
            throw new DbSyncException(problem);
        });
        return "Nothing keeps a sync from running.";
    }
}
