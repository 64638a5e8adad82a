package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.feedback.Problem;
import java.util.List;

/**
 * An end that was found.
 *
 * @param endpoint the end
 * @param origin who says so
 * @param findings what of it dbsync does not follow
 */
public record Found(Endpoint endpoint, Origin origin, List<Problem> findings) {

    public Found {
        findings = List.copyOf(findings);
    }

    Side side() {
        return Side.of(endpoint.dialect()).orElseThrow();
    }

    boolean is(Side side) {
        return side() == side;
    }

    /** The same, asked for by a name. */
    Found ofStage(String name) {
        return new Found(endpoint, origin.ofStage(name), findings);
    }
}
