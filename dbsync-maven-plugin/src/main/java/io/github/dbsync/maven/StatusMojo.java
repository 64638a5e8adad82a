package io.github.dbsync.maven;

import io.github.dbsync.DbSync;
import io.github.dbsync.appconfig.EndsRequest;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Shows where the data is, and changes nothing: both ends and who names them, their versions, the rows of each table on both
 * sides, and the last sync. An end that does not answer is shown as such. Needs no POM.
 *
 * @since 0.1.0
 */
@Mojo(name = "status", requiresProject = false, threadSafe = true, configurator = RedactingConfigurator.NAME)
public final class StatusMojo extends DatabaseMojo {

    @Inject
    StatusMojo(MavenBuild build) {
        super(build);
    }

    @Override
    String run(DbSync dbSync, EndsRequest ends) {
        return dbSync.status(ends).text();
    }
}
