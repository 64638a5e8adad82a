package io.github.dbsync.seed;

import static java.util.Objects.requireNonNull;

/**
 * What was done.
 *
 * @param target the database for people, without secrets
 * @param plan what was to be done
 * @param dryRun whether it was only tried
 */
public record SeedReport(String target, SeedPlan plan, boolean dryRun) {

    public SeedReport {
        requireNonNull(target, "target");
        requireNonNull(plan, "plan");
    }

    /** The report as a line of text. */
    public String text() {
        if (dryRun) {
            return "The seed fits. Nothing was changed in " + target + ".";
        }
        return plan.writes() ? "Seeded " + target + "." : "Everything is there already in " + target + ".";
    }
}
