package io.github.dbsync.maven;

import io.github.dbsync.DbSync;
import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.tag.TagRequest;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Tags the commit that is checked out, as one at which both sides were proven equal: an annotated git tag, whose message has the
 * ends of the last sync, and for each table its rows and digest. The work tree has to be what is committed, and the last sync
 * verified. A tag that is there already and says the same is left as it is. Needs no POM.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "tag",
        defaultPhase = LifecyclePhase.DEPLOY,
        requiresProject = false,
        threadSafe = true,
        configurator = RedactingConfigurator.NAME)
public final class TagMojo extends DatabaseMojo {

    /**
     * The name of the tag. Without a POM there is no version, and it has to be given.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.tag", defaultValue = "v${project.version}-db-sync")
    private String tag = "";

    /**
     * Whether the tag is signed with your key, as git is configured for it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.tag.sign", defaultValue = "false")
    private boolean sign;

    /**
     * The remote that the tag is pushed to, such as {@code origin}. By default it stays here.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.tag.push")
    private @Nullable String push;

    @Inject
    TagMojo(MavenBuild build) {
        super(build);
    }

    @Override
    String run(DbSync dbSync, EndsRequest ends) {
        boolean named = build.hasPom() || build.isOnCommandLine("dbsync.tag");
        return dbSync.tag(new TagRequest(ends, named ? tag : "", sign, push)).text();
    }
}
