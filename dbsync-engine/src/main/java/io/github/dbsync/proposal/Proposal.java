package io.github.dbsync.proposal;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.appconfig.Origin;
import io.github.dbsync.appconfig.SwitchPlan;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.plan.SyncPlan;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is put before the user.
 *
 * @param source the source for people, without secrets
 * @param target the target for people, without secrets
 * @param sourceOrigin who says where the source is
 * @param targetOrigin who says where the target is
 * @param embeddedTarget whether the target is the project's own embedded server
 * @param protection what keeps the target from being written by mistake, or null where nothing does
 * @param plan what will be done
 * @param switching how the application's files will change afterwards; nothing where they are left alone
 * @param hints what finding the ends brought up
 */
public record Proposal(
        String source,
        String target,
        Origin sourceOrigin,
        Origin targetOrigin,
        boolean embeddedTarget,
        @Nullable Protection protection,
        SyncPlan plan,
        SwitchPlan switching,
        List<Problem> hints) {

    public Proposal {
        requireNonNull(source, "source");
        requireNonNull(target, "target");
        requireNonNull(sourceOrigin, "sourceOrigin");
        requireNonNull(targetOrigin, "targetOrigin");
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
        Stream<Problem> ofSwitch = switching.findings().stream().filter(finding -> !isPlanned(finding));
        return Stream.of(hints.stream(), plan.findings().stream(), ofSwitch)
                .flatMap(findings -> findings)
                .toList();
    }

    /** The plan says of what the target's Prisma does not know, too, what is there instead. */
    private boolean isPlanned(Problem ofSwitch) {
        return ofSwitch.code() == ProblemCode.PRISMA_FEATURE_UNSUPPORTED
                && plan.findings().stream()
                        .anyMatch(finding -> finding.code() == ofSwitch.code()
                                && finding.where().equals(ofSwitch.where()));
    }

    /** The proposal as some lines of text. */
    public String text() {
        return new ProposalText(this).toString();
    }
}
