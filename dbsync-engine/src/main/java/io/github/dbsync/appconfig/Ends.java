package io.github.dbsync.appconfig;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.Problem;
import java.util.List;

/**
 * The two ends of a sync, and who says so.
 *
 * @param source where the data is now
 * @param target where it goes
 * @param sourceOrigin who says where the source is
 * @param targetOrigin who says where the target is
 * @param application the application's files as they were read, for the switch
 * @param findings what is worth knowing of how the ends were found
 */
public record Ends(
        Endpoint source,
        Endpoint target,
        Origin sourceOrigin,
        Origin targetOrigin,
        Application application,
        List<Problem> findings) {

    public Ends {
        requireNonNull(source, "source");
        requireNonNull(target, "target");
        requireNonNull(sourceOrigin, "sourceOrigin");
        requireNonNull(targetOrigin, "targetOrigin");
        requireNonNull(application, "application");
        findings = List.copyOf(findings);
    }

    /** The same application with other ends. */
    public Ends between(Endpoint newSource, Origin newSourceOrigin, Endpoint newTarget, Origin newTargetOrigin) {
        return new Ends(newSource, newTarget, newSourceOrigin, newTargetOrigin, application, findings);
    }

    /** The end that speaks a dialect, {@code sqlite} or {@code postgresql}. */
    public Endpoint end(String dialect) {
        return source.dialect().equals(dialect) ? source : target;
    }

    /** Who says where the end is that speaks a dialect. */
    public Origin origin(String dialect) {
        return source.dialect().equals(dialect) ? sourceOrigin : targetOrigin;
    }
}
