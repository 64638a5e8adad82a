package io.github.dbsync.dialect;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.feedback.Problem;
import java.util.List;

/**
 * How tables get other rows and stay as they are, with all that hangs on them.
 *
 * @param script what empties all of them and keeps their triggers and foreign keys out of the way; nothing after the rows of
 *     a single table; what puts everything back as it was and sets the counters, after the rows of all
 * @param findings what the user should know of it; a refusal where it cannot be done
 */
public record Refill(Script script, List<Problem> findings) {

    public Refill {
        requireNonNull(script, "script");
        findings = List.copyOf(findings);
    }
}
