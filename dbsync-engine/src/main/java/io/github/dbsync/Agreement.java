package io.github.dbsync;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.proposal.Proposal;
import io.github.dbsync.proposal.Protection;
import java.util.List;

/** What has to be agreed on before anything is changed. */
final class Agreement {

    /** To what is done to a scratch database: nobody is shown it, and nobody is asked. */
    static final Agreement OF_SCRATCH = new Agreement(new Confirmation() {
        @Override
        public void show(Proposal proposal) {}

        @Override
        public boolean agree(Proposal proposal) {
            return true;
        }
    });

    private final Confirmation confirmation;

    Agreement(Confirmation confirmation) {
        this.confirmation = confirmation;
    }

    /**
     * Shows what will happen.
     *
     * @throws DbSyncException where the plan refuses
     */
    void show(Proposal proposal) {
        confirmation.show(proposal);
        List<Problem> refusals = proposal.plan().refusals();
        if (!refusals.isEmpty()) {
            throw new DbSyncException(refusals.get(0));
        }
    }

    /**
     * Has it confirmed, where anything is overwritten or lost.
     *
     * @throws DbSyncException where it is not
     */
    void confirm(Proposal proposal) {
        Protection protection = proposal.protection();
        if (protection != null) {
            protection.check(confirmation.typedName(protection));
        } else if (proposal.overwrites() && !confirmation.agree(proposal)) {
            throw new DbSyncException(
                    Problem.refusal(
                            ProblemCode.NOT_CONFIRMED,
                            "The target would be overwritten, and nobody agreed to that.",
                            proposal.target(),
                            "It holds rows or objects that the sync replaces, as listed above.",
                            "Add -Ddbsync.yes to overwrite it without a question, or run Maven in a terminal without -B to be asked"));
        }
    }
}
