package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.prisma.RealPrisma;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the target remembers lives where the real Prisma leaves it alone, and comes home afterwards. */
class PrismaMemoryTest {

    private static final String SCHEMA = """
            datasource db {
              provider = "sqlite"
            }
            model Author {
              id    Int      @id @default(autoincrement())
              name  String   @unique
              born  DateTime
              rate  Decimal?
              notes Json?
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
    void nameBothEnds() throws IOException {
        schema = Files.writeString(folder.resolve("schema.prisma"), SCHEMA);
        sqlite = folder.resolve("app.db");
        database = PostgresServers.major(15).createDatabase();
    }

    @Test
    void prisma_on_postgresql_leaves_the_schema_of_the_memory_alone() throws Exception {
        RealPrisma.on(sqlite).push(schema);
        Databases.run(
                sqlite, "INSERT INTO Author VALUES (7, 'Anna', '2024-01-02T03:04:05.678+00:00', 1.5, '{\"a\":1}')");

        Syncs.toPostgres(sqlite, database);
        assertPrismaChangesNothing(RealPrisma.on(database));
        assertThat(Databases.query(database, "SELECT count(*) FROM dbsync.memory"))
                .containsExactly("1");

        Path back = folder.resolve("back.db");
        Syncs.toSqlite(database, back);
        Judges.assertSameSqlite(sqlite, back);
        assertThat(RealPrisma.on(back).drift(schema)).isEmpty();
    }

    @Test
    void prisma_on_sqlite_leaves_the_view_of_the_memory_alone() throws Exception {
        PostgresDatabase back = PostgresServers.major(15).createDatabase();
        RealPrisma.on(database).push(schema);
        Databases.run(
                database, "INSERT INTO \"Author\" VALUES (7, 'Anna', '2024-01-02 03:04:05.678', 1.5, '{\"a\":1}')");

        Syncs.toSqlite(database, sqlite);
        assertPrismaChangesNothing(RealPrisma.on(sqlite));
        assertThat(Databases.query(sqlite, "SELECT count(*) FROM dbsync_memory"))
                .containsExactly("1");

        Syncs.toPostgres(sqlite, back);
        Judges.assertSamePostgres(database, back);
        assertThat(RealPrisma.on(back).drift(schema)).isEmpty();
    }

    @Test
    void prisma_would_drop_a_table_in_their_place() throws Exception {
        RealPrisma.on(sqlite).push(schema);
        RealPrisma.on(database).push(schema);
        Databases.run(sqlite, "CREATE TABLE dbsync_memory (text TEXT)");
        Databases.run(database, "CREATE TABLE dbsync_memory (text TEXT)");
        assertThat(RealPrisma.on(sqlite).drift(schema)).contains("DROP TABLE \"dbsync_memory\"");
        assertThat(RealPrisma.on(database).drift(schema)).contains("DROP TABLE \"dbsync_memory\"");
    }

    /** Pushing what Prisma itself takes the database's schema for is nothing to do, with the memory beside it. */
    private void assertPrismaChangesNothing(RealPrisma prisma) throws IOException {
        Path pulled = prisma.pull(folder.resolve("pulled.prisma"));
        assertThat(pulled).content().contains("model Author {").doesNotContain("memory");
        assertThat(prisma.drift(pulled)).isEmpty();
        prisma.push(pulled);
    }
}
