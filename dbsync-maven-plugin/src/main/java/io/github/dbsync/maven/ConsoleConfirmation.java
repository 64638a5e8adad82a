package io.github.dbsync.maven;

import io.github.dbsync.Confirmation;
import io.github.dbsync.proposal.Proposal;
import io.github.dbsync.proposal.Protection;
import io.github.dbsync.seed.SeedProposal;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.components.interactivity.Prompter;
import org.codehaus.plexus.components.interactivity.PrompterException;
import org.jspecify.annotations.Nullable;

/** Prints what will happen, and asks where somebody is there to answer: a build never waits for nobody. */
final class ConsoleConfirmation implements Confirmation {

    private final Log log;
    private final Consent consent;
    private final @Nullable String confirmedName;
    private final @Nullable Prompter prompter;

    /**
     * @param consent what was agreed to beforehand
     * @param confirmedName the name of a protected target as it was given beforehand, or null
     * @param prompter who asks, or null where nobody would answer
     */
    ConsoleConfirmation(Log log, Consent consent, @Nullable String confirmedName, @Nullable Prompter prompter) {
        this.log = log;
        this.consent = consent;
        this.confirmedName = confirmedName;
        this.prompter = prompter;
    }

    /** Shows what would happen, and agrees to nothing. */
    static ConsoleConfirmation toNothing(Log log) {
        return new ConsoleConfirmation(log, Consent.TO_NOTHING, null, null);
    }

    @Override
    public void show(Proposal proposal) {
        proposal.text().lines().forEach(log::info);
    }

    @Override
    public Optional<String> typedName(Protection protection) {
        return Optional.ofNullable(confirmedName)
                .or(() -> Optional.ofNullable(prompter).map(asked -> answeredName(asked, protection)));
    }

    @Override
    public boolean agree(Proposal proposal) {
        return isAgreed(proposal.embeddedTarget(), "Overwrite " + proposal.target() + "?");
    }

    @Override
    public void show(SeedProposal proposal) {
        proposal.text().lines().forEach(log::info);
    }

    @Override
    public boolean agree(SeedProposal proposal) {
        return isAgreed(proposal.embedded(), "Overwrite these rows in " + proposal.target() + "?");
    }

    private boolean isAgreed(boolean embedded, String question) {
        boolean beforehand = switch (consent) {
            case TO_ANY_TARGET -> true;
            case TO_EMBEDDED_TARGET -> embedded;
            case TO_NOTHING -> false;
        };
        return beforehand || (prompter != null && isAnsweredYes(prompter, question));
    }

    private static String answeredName(Prompter prompter, Protection protection) {
        try {
            return prompter.prompt("To write " + protection.target() + ", type its name");
        } catch (PrompterException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isAnsweredYes(Prompter prompter, String question) {
        try {
            return prompter.prompt(question, List.of("yes", "no"), "no").equals("yes");
        } catch (PrompterException e) {
            throw new IllegalStateException(e);
        }
    }
}
