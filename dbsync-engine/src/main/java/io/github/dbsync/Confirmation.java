package io.github.dbsync;

/** The user, who sees what will happen and is asked before anything is overwritten. */
public interface Confirmation {

    /** Shows what will happen. Called once in each sync, also where it then refuses or stops after the plan. */
    void show(Proposal proposal);

    /**
     * Asks whether to go on. Called only where something at the target would be overwritten or lost.
     *
     * @return whether the user agreed; false where there is nobody to ask
     */
    boolean agree(Proposal proposal);
}
