package io.github.dbsync;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.Ends;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.Problem;
import java.util.List;

/**
 * Both ends, up and running.
 *
 * @param found what the user and the application's files said
 * @param source the source, an embedded server being started
 * @param target the target, an embedded server being started
 * @param hints what finding them brought up
 */
record RunningEnds(Ends found, Endpoint source, Endpoint target, List<Problem> hints) {

    RunningEnds {
        requireNonNull(found, "found");
        requireNonNull(source, "source");
        requireNonNull(target, "target");
        hints = List.copyOf(hints);
    }
}
