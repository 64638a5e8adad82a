package io.github.dbsync.check;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Severity;

/** One thing that is looked at. */
public interface Check {

    /** What should hold, as a sentence. */
    String sentence();

    /** @throws DbSyncException where it does not hold, or cannot be told: that fails the check and no other */
    Outcome examine();

    /** What came of it, whatever that is. */
    default CheckResult result() {
        try {
            return new CheckResult(sentence(), examine());
        } catch (DbSyncException refused) {
            return new CheckResult(sentence(), Outcome.failed(refused.problem().withSeverity(Severity.REFUSAL)));
        }
    }
}
