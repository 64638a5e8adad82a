package io.github.dbsync.maven;

import io.github.dbsync.Confirmation;
import io.github.dbsync.proposal.Proposal;
import io.github.dbsync.proposal.Protection;
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
        return isAgreed(proposal) || (prompter != null && isAnsweredYes(prompter, proposal));
    }

    private boolean isAgreed(Proposal proposal) {
        return switch (consent) {
            case TO_ANY_TARGET -> true;
            case TO_EMBEDDED_TARGET -> proposal.embeddedTarget();
            case TO_NOTHING -> false;
        };
    }

    private static String answeredName(Prompter prompter, Protection protection) {
        try {
            return prompter.prompt("To write " + protection.target() + ", type its name");
        } catch (PrompterException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isAnsweredYes(Prompter prompter, Proposal proposal) {
        try {
            String question = "Overwrite " + proposal.target() + "?";
            return prompter.prompt(question, List.of("yes", "no"), "no").equals("yes");
        } catch (PrompterException e) {
            throw new IllegalStateException(e);
        }
    }
}
