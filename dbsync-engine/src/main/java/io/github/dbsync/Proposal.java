package io.github.dbsync;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.SwitchPlan;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.plan.SyncPlan;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is put before the user.
 *
 * @param source the source for people, without secrets
 * @param target the target for people, without secrets
 * @param embeddedTarget whether the target is the project's own embedded server
 * @param plan what will be done
 * @param switching how the application's files will change afterwards; nothing where they are left alone
 * @param hints what finding the ends brought up
 */
public record Proposal(
        String source,
        String target,
        boolean embeddedTarget,
        SyncPlan plan,
        SwitchPlan switching,
        List<Problem> hints) {

    public Proposal {
        requireNonNull(source, "source");
        requireNonNull(target, "target");
        requireNonNull(plan, "plan");
        requireNonNull(switching, "switching");
        hints = List.copyOf(hints);
    }

    /** Whether something at the target is overwritten or lost. */
    public boolean overwrites() {
        return plan.overwrites();
    }

    /** Everything that the user should know before. */
    public List<Problem> findings() {
        return Stream.of(hints, plan.findings(), switching.findings())
                .flatMap(List::stream)
                .toList();
    }

    /** The proposal as some lines of text. */
    public String text() {
        return new ProposalText(this).toString();
    }
}
