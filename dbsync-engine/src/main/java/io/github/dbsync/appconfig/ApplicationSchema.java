package io.github.dbsync.appconfig;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.prisma.DateTimeForm;
import io.github.dbsync.prisma.ParsedSchema;

/**
 * The application's Prisma schema, as far as it says what its database is.
 *
 * @param where the file with the datasource, relative to the project's folder
 * @param parsed what was read of all its files
 * @param major the major version of the Prisma that reads it
 * @param dates the form in which that Prisma keeps dates on SQLite
 */
public record ApplicationSchema(String where, ParsedSchema parsed, int major, DateTimeForm dates) {

    public ApplicationSchema {
        requireNonNull(where, "where");
        requireNonNull(parsed, "parsed");
        requireNonNull(dates, "dates");
    }
}
