package io.github.dbsync.maven;

import io.github.dbsync.DbSync;
import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.comparison.Comparison;
import io.github.dbsync.comparison.ComparisonRequest;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.tag.TagComparison;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Compares both ends and changes neither: the definitions of all tables by their meaning, the number of their rows, and every
 * value. Where they differ, each row is named by its key. Fails where they do. With {@code dbsync.tag}, compares the source
 * with what a tag recorded. Needs no POM.
 *
 * @since 0.1.0
 */
@Mojo(
        name = "verify",
        defaultPhase = LifecyclePhase.VERIFY,
        requiresProject = false,
        threadSafe = true,
        configurator = RedactingConfigurator.NAME)
public final class VerifyMojo extends SelectingMojo {

    /**
     * A tag that the goal {@code tag} made. By default both ends are compared with one another.
     *
     * @since 0.1.0
     */
    @Parameter(property = "dbsync.tag")
    private @Nullable String tag;

    @Inject
    VerifyMojo(MavenBuild build) {
        super(build);
    }

    @Override
    String run(DbSync dbSync, EndsRequest ends) {
        ComparisonRequest request = new ComparisonRequest(ends, selection(), columnRules());
        if (tag == null) {
            Comparison comparison = dbSync.compare(request);
            return told(comparison.text(), comparison.refusal());
        }
        TagComparison comparison = dbSync.compareWithTag(request, tag);
        return told(comparison.text(), comparison.refusal());
    }

    private String told(String text, Optional<Problem> refusal) {
        if (refusal.isPresent()) {
            text.lines().forEach(getLog()::info);
            throw new DbSyncException(refusal.get());
        }
        return text;
    }
}
