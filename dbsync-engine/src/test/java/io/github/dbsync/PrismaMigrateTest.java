package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.archive.SnapshotOptions;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.plan.SchemaMode;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.prisma.MigrationsTable;
import io.github.dbsync.prisma.Provider;
import io.github.dbsync.prisma.RealPrisma;
import io.github.dbsync.rules.ColumnRules;
import io.github.dbsync.verify.VerifyMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a sync, the command line of the real Prisma is content with the migrations of the other side. */
class PrismaMigrateTest {

    private static final String UP_TO_DATE = "Database schema is up to date!";
    private static final String NOTHING_PENDING = "No pending migrations to apply.";

    private static final String NOTED =
            "SELECT migration_name, checksum, logs = '', rolled_back_at IS NULL, applied_steps_count, length(id), ";
    private static final String COLUMNS = """
            SELECT column_name, data_type, character_maximum_length, is_nullable, column_default
            FROM information_schema.columns WHERE table_name = '_prisma_migrations' ORDER BY ordinal_position""";

    private static final String SCHEMA = """
            datasource db {
              provider = "sqlite"
            }
            model Author {
              id    Int      @id @default(autoincrement())
              name  String   @unique
              born  DateTime @default(now())
              books Book[]
            }
            model Book {
              isbn     String  @id
              author   Author? @relation(fields: [authorId], references: [id])
              authorId Int?
              lent     Boolean @default(false)
              @@index([authorId, lent])
            }
            """;

    @TempDir
    private Path folder;

    private Path schema;
    private Path sqlite;
    private PostgresDatabase database;

    @BeforeEach
    void projectOnSqlite() throws Exception {
        database = PostgresServers.major(15).createDatabase();
        sqlite = folder.resolve("dev.db");
        schema = write("prisma/schema.prisma", SCHEMA);
        write(".env.postgres", "DATABASE_URL=" + Syncs.url(database) + "\n");
        write(".env.sqlite", "DATABASE_URL=\"file:./dev.db\"\n");
        write("prisma.config.mjs", """
                export default {
                  schema: 'prisma/schema.prisma',
                  datasource: { url: 'file:./dev.db' },
                }
                """);
        write("prisma/migrations/migration_lock.toml", "# mine\nprovider = \"sqlite\"\n");
        write(
                "prisma/migrations/20240101000000_first/migration.sql",
                RealPrisma.on(sqlite).ddl(schema));
        RealPrisma.cli(folder, "migrate", "deploy");
        Databases.run(sqlite, "INSERT INTO Author VALUES (7, 'Anna', '2024-01-02T03:04:05.678+00:00')");
    }

    @Test
    void on_postgresql_deploy_and_status_are_content_and_further_migrations_work() throws Exception {
        sync();
        assertContent();
        assertThat(RealPrisma.on(database).drift(schema)).isEmpty();

        addTags();
        assertThat(RealPrisma.cli(folder, "migrate", "deploy")).contains("20250101000000_tags");
        assertContent();
        assertThat(RealPrisma.on(database).drift(schema)).isEmpty();
    }

    @Test
    void back_on_sqlite_the_old_migrations_are_there_to_the_byte_and_there_again_the_others() throws Exception {
        Map<String, String> here = files();
        sync();
        Map<String, String> there = files();

        sync();
        assertContent();
        Map<String, String> back = files();
        assertThat(back.keySet().removeIf(name -> name.startsWith("prisma/migrations-postgresql/")))
                .isTrue();
        assertThat(back).isEqualTo(here);

        sync();
        assertContent();
        assertThat(files()).isEqualTo(there);
    }

    @Test
    void a_migration_of_the_other_side_stops_the_way_back_until_the_schema_may_be_made_anew() throws Exception {
        sync();
        addTags();
        RealPrisma.cli(folder, "migrate", "deploy");
        Map<String, String> before = files();

        assertThatThrownBy(this::sync).hasMessageContaining("Tag").hasMessageContaining("-Ddbsync.schema=push");
        assertThat(files()).isEqualTo(before);

        sync(SchemaMode.PUSH);
        assertContent();
        assertThat(RealPrisma.on(sqlite).drift(schema)).isEmpty();
        assertThat(files())
                .containsKeys(
                        "prisma/migrations/0_init/migration.sql",
                        "prisma/migrations-sqlite/20240101000000_first/migration.sql",
                        "prisma/migrations-postgresql/20250101000000_tags/migration.sql");
        assertThat(Databases.query(sqlite, "SELECT migration_name FROM _prisma_migrations"))
                .containsExactly("0_init");
    }

    @Test
    void the_first_migration_makes_an_empty_database_too() throws Exception {
        sync();
        PostgresDatabase empty = PostgresServers.major(15).createDatabase();
        write("prisma.config.mjs", config().replace(Syncs.url(database), Syncs.url(empty)));

        assertThat(RealPrisma.cli(folder, "migrate", "deploy")).contains("0_init");
        assertThat(RealPrisma.on(empty).drift(schema)).isEmpty();
    }

    @Test
    void on_postgresql_the_sync_notes_what_prisma_would_note() throws Exception {
        sync();
        PostgresDatabase other = PostgresServers.major(15).createDatabase();
        write("prisma.config.mjs", config().replace(Syncs.url(database), Syncs.url(other)));
        Databases.run(other, "CREATE TABLE x ()");
        assertThat(RealPrisma.failure(folder, "migrate", "deploy")).isEqualTo("P3005");
        RealPrisma.cli(folder, "migrate", "resolve", "--applied", "0_init");

        for (String query : List.of(NOTED + "started_at = finished_at FROM _prisma_migrations", COLUMNS)) {
            assertThat(Databases.query(database, query)).isNotEmpty().isEqualTo(Databases.query(other, query));
        }
    }

    @Test
    void on_sqlite_the_sync_notes_what_prisma_would_note() throws Exception {
        write("prisma/migrations/20240102000000_second/migration.sql", "");
        RealPrisma.cli(folder, "migrate", "resolve", "--applied", "20240102000000_second");
        Path made = folder.resolve("made.db");
        MigrationsTable table = new MigrationsTable(Provider.SQLITE, "");
        Databases.run(
                made,
                table.create() + ";\n"
                        + table.note(
                                UUID.randomUUID(), "20240102000000_second", DigestUtils.sha256Hex(""), Instant.now()));

        String last = NOTED
                + "started_at = finished_at, typeof(started_at), length(started_at), substr(started_at, 20, 1),"
                + " substr(started_at, 24) FROM _prisma_migrations ORDER BY migration_name DESC LIMIT 1";
        for (String query : List.of(last, "SELECT sql FROM sqlite_schema WHERE name = '_prisma_migrations'")) {
            assertThat(Databases.query(made, query)).isNotEmpty().isEqualTo(Databases.query(sqlite, query));
        }
    }

    private String config() throws IOException {
        return Files.readString(folder.resolve("prisma.config.mjs"));
    }

    private void addTags() throws IOException {
        Files.writeString(schema, Files.readString(schema) + "model Tag {\n  id Int @id\n}\n");
        write("prisma/migrations/20250101000000_tags/migration.sql", """
                CREATE TABLE "Tag" ("id" INTEGER NOT NULL, CONSTRAINT "Tag_pkey" PRIMARY KEY ("id"));
                """);
    }

    private void assertContent() {
        assertThat(RealPrisma.cli(folder, "migrate", "status")).contains(UP_TO_DATE);
        assertThat(RealPrisma.cli(folder, "migrate", "deploy")).contains(NOTHING_PENDING);
    }

    private void sync() {
        sync(null);
    }

    private void sync(@Nullable SchemaMode mode) {
        EndsRequest ends = new EndsRequest(folder, null, null, null, null, null, Map.of());
        Syncs.agreed(database)
                .sync(new SyncRequest(
                        ends,
                        Selection.ALL,
                        ColumnRules.NONE,
                        mode,
                        VerifyMode.DIGEST,
                        true,
                        SnapshotOptions.of(folder),
                        folder.resolve(".dbsync/report"),
                        null));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walked = Files.walk(folder)) {
            for (Path file : walked.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (!name.startsWith(".dbsync") && !name.startsWith("dev.db")) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        return files;
    }
}
