package io.github.dbsync.seed;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.feedback.Problem;
import io.github.dbsync.proposal.Protection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is put before the user.
 *
 * @param target the database for people, without secrets
 * @param embedded whether it is the project's own embedded server
 * @param protection what keeps it from being written by mistake, or null where nothing does
 * @param plan what will be done
 * @param hints what finding the database brought up
 */
public record SeedProposal(
        String target, boolean embedded, @Nullable Protection protection, SeedPlan plan, List<Problem> hints) {

    public SeedProposal {
        requireNonNull(target, "target");
        requireNonNull(plan, "plan");
        hints = List.copyOf(hints);
    }

    /** The same with what came up later. */
    public SeedProposal withProblems(List<Problem> more) {
        return new SeedProposal(target, embedded, protection, plan.withProblems(more), hints);
    }

    /** The proposal as some lines of text. */
    public String text() {
        String problems = plan.problems().stream().map(Problem::text).collect(Collectors.joining("\n"));
        String told = hints.stream().map(Problem::text).collect(Collectors.joining("\n"));
        return List.of("Into " + target, plan.text(), told, problems).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
