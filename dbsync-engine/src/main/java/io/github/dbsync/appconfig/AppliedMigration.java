package io.github.dbsync.appconfig;

import static java.util.Objects.requireNonNull;

/**
 * A migration of Prisma, as a folder has it or a database notes it.
 *
 * @param name the name of its folder
 * @param checksum the SHA-256 of its {@code migration.sql}, in hexadecimal digits
 */
public record AppliedMigration(String name, String checksum) {

    public AppliedMigration {
        requireNonNull(name, "name");
        requireNonNull(checksum, "checksum");
    }
}
