package io.github.dbsync;

import io.github.dbsync.proposal.Proposal;
import io.github.dbsync.proposal.Protection;
import io.github.dbsync.seed.SeedProposal;
import java.util.Optional;

/** The user, who sees what will happen and is asked before anything is overwritten. */
public interface Confirmation {

    /** Shows what will happen. Called once in each sync, also where it then refuses or stops after the plan. */
    void show(Proposal proposal);

    /**
     * Asks for the name of a protected target. Called only where it is protected; whoever has typed its name is not asked
     * once more whether to go on.
     *
     * @return the name as it was typed; empty where nobody has typed one
     */
    default Optional<String> typedName(Protection protection) {
        return Optional.empty();
    }

    /** Shows what a seed will do. Called again with what came up meanwhile where it then fails. */
    default void show(SeedProposal proposal) {}

    /** Asks whether rows that are there may get the values of a seed. Called only where some would. */
    default boolean agree(SeedProposal proposal) {
        return false;
    }

    /**
     * Asks whether to go on. Called only where something at the target would be overwritten or lost.
     *
     * @return whether the user agreed; false where there is nobody to ask
     */
    boolean agree(Proposal proposal);
}
