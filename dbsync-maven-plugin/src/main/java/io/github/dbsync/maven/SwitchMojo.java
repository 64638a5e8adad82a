package io.github.dbsync.maven;

import io.github.dbsync.DbSync;
import io.github.dbsync.appconfig.EndsRequest;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Points the application at the other end, as {@code sync} does when it is done, and moves no rows: the application's
 * files name the other side afterwards. Called again, it switches back. Needs no POM.
 *
 * @since 0.1.0
 */
@Mojo(name = "switch", requiresProject = false, threadSafe = true, configurator = RedactingConfigurator.NAME)
public final class SwitchMojo extends DatabaseMojo {

    @Inject
    SwitchMojo(MavenBuild build) {
        super(build);
    }

    @Override
    String run(DbSync dbSync, EndsRequest ends) {
        return dbSync.switchApplication(ends).text();
    }
}
