package io.github.dbsync.appconfig;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What a switch has to know of the target to give the application its migrations.
 *
 * @param applied the migrations that the target notes as applied; empty where it could not be asked
 * @param initial SQL that makes the target's schema from nothing; empty where the application's schema does not say it
 * @param noted whether a first migration that the switch makes is noted at the target too
 */
public record TargetMigrations(Optional<List<AppliedMigration>> applied, Optional<String> initial, boolean noted) {

    /** A target of which nothing is known. */
    public static final TargetMigrations UNKNOWN = new TargetMigrations(Optional.empty(), Optional.empty(), false);

    public TargetMigrations {
        applied = applied.map(List::copyOf);
        requireNonNull(initial, "initial");
    }
}
