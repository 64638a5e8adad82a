package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.prisma.MigrationsTable;
import io.github.dbsync.prisma.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a target notes of its migrations says which folder the application gets, though no row moves. */
class MigrationsOfTheTargetTest {

    private final PostgresDatabase database = PostgresServers.major(15).createDatabase();

    @TempDir
    private Path folder;

    private Path sqlite;

    @BeforeEach
    void migrationsOfBothSides() throws Exception {
        sqlite = folder.resolve("prisma/dev.db");
        write(".env.sqlite", "DATABASE_URL=file:./dev.db\n");
        write(".env.postgres", "DATABASE_URL=" + Syncs.url(database) + "\n");
        for (String side : List.of("sqlite", "postgresql")) {
            write("prisma/migrations-" + side + "/1_first/migration.sql", "-- " + side);
            write("prisma/migrations-" + side + "/migration_lock.toml", "provider = \"" + side + "\"\n");
        }
        Databases.run(sqlite, history(Provider.SQLITE, "", "-- sqlite"));
        Databases.run(database, history(Provider.POSTGRESQL, "public", "-- postgresql"));
    }

    @Test
    void on_the_way_to_postgresql() throws IOException {
        projectOn("sqlite", "file:./dev.db");

        switchFiles();

        assertThat(folder.resolve("prisma/migrations/1_first/migration.sql")).hasContent("-- postgresql");
        assertThat(folder.resolve("prisma/migrations-sqlite/1_first/migration.sql"))
                .exists();
        assertThat(folder.resolve("prisma/migrations-postgresql")).doesNotExist();
    }

    @Test
    void on_the_way_to_sqlite() throws IOException {
        projectOn("postgresql", Syncs.url(database));

        switchFiles();

        assertThat(folder.resolve("prisma/migrations/1_first/migration.sql")).hasContent("-- sqlite");
    }

    @Test
    void a_file_that_is_yet_to_be_made_notes_nothing() throws IOException {
        projectOn("postgresql", Syncs.url(database));
        Files.delete(sqlite);

        switchFiles();

        assertThat(folder.resolve("prisma/migrations/0_init/migration.sql"))
                .content()
                .contains("\"Item\"");
        assertThat(folder.resolve("prisma/migrations-sqlite/1_first/migration.sql"))
                .exists();
    }

    @Test
    void of_a_server_that_cannot_be_asked_the_folder_that_was_kept_is_taken() throws IOException {
        projectOn("sqlite", "file:./dev.db");
        write(".env.postgres", "DATABASE_URL=postgresql://nobody@127.0.0.1:1/nothing\n");

        switchFiles();

        assertThat(folder.resolve("prisma/migrations/1_first/migration.sql")).hasContent("-- postgresql");
    }

    private void switchFiles() {
        Syncs.agreed(database).switchApplication(new EndsRequest(folder, null, null, null, null, null, Map.of()));
    }

    private void projectOn(String provider, String url) throws IOException {
        write("prisma/schema.prisma", """
                datasource db {
                  provider = "%s"
                  url      = env("DATABASE_URL")
                }
                model Item {
                  id Int @id
                }
                """.formatted(provider));
        write(".env", "DATABASE_URL=" + url + "\n");
        Files.move(folder.resolve("prisma/migrations-" + provider), folder.resolve("prisma/migrations"));
    }

    /** One migration that is applied, and one that was taken back. */
    private static String history(Provider provider, String schema, String script) {
        MigrationsTable table = new MigrationsTable(provider, schema);
        String checksum = DigestUtils.sha256Hex(script);
        return String.join(
                ";\n",
                table.create(),
                table.note(UUID.randomUUID(), "2_taken_back", checksum, Instant.EPOCH),
                "UPDATE _prisma_migrations SET rolled_back_at = started_at",
                table.note(UUID.randomUUID(), "1_first", checksum, Instant.EPOCH));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }
}
