package io.github.dbsync.prisma;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * The table in which Prisma Migrate notes the migrations of a database, as Prisma's schema engine makes it, and how {@code
 * prisma migrate resolve --applied} notes one. Measured with Prisma 7.10.
 */
public final class MigrationsTable {

    public static final String NAME = "_prisma_migrations";

    private static final String ON_SQLITE = """
            (
                "id"                    TEXT PRIMARY KEY NOT NULL,
                "checksum"              TEXT NOT NULL,
                "finished_at"           DATETIME,
                "migration_name"        TEXT NOT NULL,
                "logs"                  TEXT,
                "rolled_back_at"        DATETIME,
                "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
                "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
            )""";

    private static final String ON_POSTGRESQL = """
            (
                id                      VARCHAR(36) PRIMARY KEY NOT NULL,
                checksum                VARCHAR(64) NOT NULL,
                finished_at             TIMESTAMPTZ,
                migration_name          VARCHAR(255) NOT NULL,
                logs                    TEXT,
                rolled_back_at          TIMESTAMPTZ,
                started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
                applied_steps_count     INTEGER NOT NULL DEFAULT 0
            )""";

    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'+00:00'").withZone(ZoneOffset.UTC);

    private final Provider provider;
    private final String name;

    /** @param schema the schema that plain names mean; empty where there are no schemas */
    public MigrationsTable(Provider provider, String schema) {
        this.provider = provider;
        this.name = (schema.isEmpty() ? "" : Sql.quote(schema) + ".") + Sql.quote(NAME);
    }

    /** The statement that makes the table where it is not there. */
    public String create() {
        String columns = switch (provider) {
            case SQLITE -> ON_SQLITE;
            case POSTGRESQL -> ON_POSTGRESQL;
        };
        return "CREATE TABLE IF NOT EXISTS " + name + " " + columns;
    }

    /** The statement that forgets every migration. */
    public String clear() {
        return "DELETE FROM " + name;
    }

    /**
     * The statement that notes a migration as applied without being run.
     *
     * @param migration the name of its folder
     * @param checksum the SHA-256 of its script, in hexadecimal digits
     */
    public String note(UUID id, String migration, String checksum, Instant at) {
        String moment = Sql.literal(MILLISECONDS.format(at));
        return "INSERT INTO " + name
                + " (id, checksum, migration_name, logs, started_at, finished_at, applied_steps_count) VALUES ("
                + String.join(
                        ", ",
                        Sql.literal(id.toString()),
                        Sql.literal(checksum),
                        Sql.literal(migration),
                        "''",
                        moment,
                        moment,
                        "0")
                + ")";
    }
}
