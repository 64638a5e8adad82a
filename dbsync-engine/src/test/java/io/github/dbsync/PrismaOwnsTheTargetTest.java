package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.report.SyncReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code schema.prisma} says of the target, and what it says that the source does not have, or the other way round. */
class PrismaOwnsTheTargetTest {

    private static final String SCHEMA = """
            datasource db {
              provider = "sqlite"
            }
            enum Mood {
              CALM
              ANGRY @map("very angry")
            }
            model Person {
              id    Int      @id @default(autoincrement())
              name  String   @unique
              mood  Mood     @default(CALM)
              seen  DateTime @default(now())
              pets  Pet[]
              @@map("people")
            }
            model Pet {
              id      Int    @id @default(autoincrement())
              owner   Person @relation(fields: [ownerId], references: [id])
              ownerId Int
            }
            """;

    private static final String PEOPLE = """
            CREATE TABLE "people" (
                "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
                "name" TEXT NOT NULL,
                "mood" TEXT NOT NULL DEFAULT 'CALM',
                "seen" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
            );
            CREATE UNIQUE INDEX "people_name_key" ON "people"("name");
            INSERT INTO people VALUES (3, 'Anna', 'CALM', '2024-01-02T03:04:05.678+00:00'), (7, 'Bob', 'very angry', '2024-02-03T04:05:06.000+00:00');
            """;

    private static final String PETS = """
            CREATE TABLE "Pet" (
                "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
                "ownerId" INTEGER NOT NULL,
                CONSTRAINT "Pet_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "people" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
            );
            INSERT INTO "Pet" VALUES (5, 7);
            """;

    private static final String HISTORY = """
            CREATE TABLE "_prisma_migrations" (
                "id"                    TEXT PRIMARY KEY NOT NULL,
                "checksum"              TEXT NOT NULL,
                "finished_at"           DATETIME,
                "migration_name"        TEXT NOT NULL,
                "logs"                  TEXT,
                "rolled_back_at"        DATETIME,
                "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
                "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
            );
            INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('1', 'c', '0_init');
            """;

    @TempDir
    private Path folder;

    private Path sqlite;
    private PostgresDatabase database;

    @BeforeEach
    void makeTheApplication() throws Exception {
        write(SCHEMA);
        sqlite = folder.resolve("app.db");
        database = PostgresServers.major(15).createDatabase();
        Databases.run(sqlite, PEOPLE + PETS);
    }

    private void write(String schema) throws IOException {
        Files.writeString(folder.resolve("schema.prisma"), schema);
    }

    @Test
    void the_target_has_the_types_of_prisma_and_counts_on() throws Exception {
        SyncReport report = Syncs.toPostgres(sqlite, database);
        assertThat(Objects.requireNonNull(report.plan()).owner())
                .hasValueSatisfying(
                        owner -> assertThat(owner.name()).isEqualTo("schema.prisma, as prisma db push makes it"));
        assertThat(types("people"))
                .containsExactly("id integer", "name text", "mood \"Mood\"", "seen timestamp(3) without time zone");
        Databases.run(database, "INSERT INTO people (name) VALUES ('Clara')");
        assertThat(Databases.query(database, "SELECT id, name, mood FROM people ORDER BY id"))
                .containsExactly("3 Anna CALM", "7 Bob very angry", "8 Clara CALM");
    }

    /** What Prisma makes of such an id on SQLite numbers nothing (prisma's own BIGINT PRIMARY KEY). */
    @Test
    void where_the_source_numbers_nothing_the_target_goes_on_behind_its_rows() throws Exception {
        write(SCHEMA + "model Big {\n  id BigInt @id @default(autoincrement())\n  n Int\n}\n");
        Databases.run(
                sqlite,
                "CREATE TABLE \"Big\" (\"id\" BIGINT NOT NULL PRIMARY KEY, \"n\" INTEGER NOT NULL);"
                        + " INSERT INTO \"Big\" VALUES (41, 1)");
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, "INSERT INTO \"Big\" (n) VALUES (2)");
        assertThat(Databases.query(database, "SELECT max(id) FROM \"Big\"")).containsExactly("42");
    }

    @Test
    void a_schema_of_postgresql_that_the_url_names_is_home() throws Exception {
        agreed().sync(Syncs.request("sqlite", sqlite, Syncs.url(database) + "?schema=app", Selection.ALL));
        agreed().sync(Syncs.request("sqlite", sqlite, Syncs.url(database) + "?schema=app", Selection.ALL));
        assertThat(Databases.query(
                        database,
                        "SELECT table_schema, table_name FROM information_schema.tables"
                                + " WHERE table_schema IN ('app', 'public') ORDER BY 2"))
                .containsExactly("app Pet", "app people");
        assertThat(Databases.query(database, "SELECT typnamespace::regnamespace FROM pg_type WHERE typname = 'Mood'"))
                .containsExactly("app");
        Path back = folder.resolve("back.db");
        agreed().sync(Syncs.request("postgresql", back, Syncs.url(database) + "?schema=app", Selection.ALL));
        Judges.assertSameSqlite(sqlite, back);
    }

    @Test
    void a_column_that_the_schema_does_not_know_is_refused() throws Exception {
        Databases.run(sqlite, "ALTER TABLE people ADD COLUMN notes TEXT");
        assertRefused(
                () -> Syncs.toPostgres(sqlite, database),
                ProblemCode.SCHEMA_LACKS_COLUMN,
                "The column notes of people has no place at the target.",
                "table people, column notes",
                "Add it as a field to schema.prisma and run npx prisma db push on the source;"
                        + " or leave the table out with -Ddbsync.exclude=people");
    }

    @Test
    void a_required_column_that_the_source_lacks_is_refused() throws Exception {
        write(SCHEMA.replace("seen  DateTime", "born  DateTime\n  seen  DateTime"));
        assertRefused(
                () -> Syncs.toPostgres(sqlite, database),
                ProblemCode.SOURCE_LACKS_COLUMN,
                "The column born of public.people would have no values.",
                "table people, column born",
                "Run npx prisma db push on the source first;" + " or leave the table out with -Ddbsync.exclude=people");
    }

    @Test
    void a_column_that_need_not_be_filled_is_new() throws Exception {
        write(SCHEMA.replace("seen  DateTime", "born  DateTime?\n  rank Int @default(9)\n  seen  DateTime"));
        SyncReport report = Syncs.toPostgres(sqlite, database);
        assertThat(findings(report, ProblemCode.SOURCE_LACKS_COLUMN))
                .extracting(Problem::where)
                .containsExactly("table people, column born", "table people, column rank");
        assertThat(Databases.query(database, "SELECT id, born, rank FROM people ORDER BY id"))
                .containsExactly("3 null 9", "7 null 9");
    }

    @Test
    void what_such_a_column_has_got_is_not_lost_on_the_way_back() throws Exception {
        write(SCHEMA.replace("seen  DateTime", "born  DateTime?\n  seen  DateTime"));
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, "UPDATE people SET born = '2001-02-03' WHERE id = 3");
        Syncs.toSqlite(database, sqlite);
        assertThat(Databases.query(sqlite, "SELECT id, born FROM people ORDER BY id"))
                .containsExactly("3 2001-02-03T00:00:00.000+00:00", "7 null");
    }

    @Test
    void a_table_that_the_source_lacks_is_made_without_rows() throws Exception {
        Databases.run(sqlite, "DROP TABLE Pet");
        SyncReport report = Syncs.toPostgres(sqlite, database);
        assertThat(findings(report, ProblemCode.SOURCE_LACKS_TABLE))
                .extracting(Problem::what)
                .containsExactly("The table public.Pet is made without rows.");
        assertThat(types("\"Pet\"")).containsExactly("id integer", "ownerId integer");
    }

    @Test
    void a_value_that_its_enum_does_not_know_is_refused() throws Exception {
        Databases.run(sqlite, "UPDATE people SET mood = 'SAD' WHERE id = 7");
        assertRefused(
                () -> Syncs.toPostgres(sqlite, database),
                ProblemCode.VALUE_DOES_NOT_FIT,
                "1 value does not fit the type \"public\".\"Mood\" of people.mood.",
                "table people, column mood, rowid=7",
                "Correct it at the source, found with: SELECT \"mood\" FROM \"people\" WHERE rowid = 7;"
                        + " or leave the table out with -Ddbsync.exclude=people");
    }

    @Test
    void a_value_that_is_no_moment_is_refused() throws Exception {
        Databases.run(sqlite, "UPDATE people SET seen = 'yesterday' WHERE id = 7");
        assertRefused(
                () -> Syncs.toPostgres(sqlite, database),
                ProblemCode.VALUE_DOES_NOT_FIT,
                "1 value does not fit the type timestamp of people.seen.",
                "table people, column seen, rowid=7",
                "Correct it at the source, found with: SELECT \"seen\" FROM \"people\" WHERE rowid = 7;"
                        + " or leave the table out with -Ddbsync.exclude=people");
    }

    @Test
    void an_enum_that_got_a_value_gets_it_on_the_other_side_too() throws Exception {
        Syncs.toPostgres(sqlite, database);
        write(SCHEMA.replace("  CALM\n", "  CALM\n  SAD\n"));
        Databases.run(sqlite, "UPDATE people SET mood = 'SAD' WHERE id = 7");
        Syncs.toPostgres(sqlite, database);
        assertThat(Databases.query(database, "SELECT mood FROM people ORDER BY id"))
                .containsExactly("CALM", "SAD");
    }

    @Test
    void an_enum_that_got_a_value_in_sqlite_gets_it_at_home_too() throws Exception {
        Path elsewhere = folder.resolve("elsewhere.db");
        PostgresDatabase home = PostgresServers.major(15).createDatabase();
        Databases.run(
                home,
                "CREATE TYPE \"Mood\" AS ENUM ('CALM', 'very angry'); CREATE TABLE people (id serial PRIMARY KEY,"
                        + " name text NOT NULL, mood \"Mood\" NOT NULL DEFAULT 'CALM', seen timestamp(3) NOT NULL"
                        + " DEFAULT CURRENT_TIMESTAMP); INSERT INTO people (name) VALUES ('Anna')");
        Syncs.toSqlite(home, elsewhere);
        write(SCHEMA.replace("  CALM\n", "  CALM\n  SAD\n"));
        Databases.run(elsewhere, "UPDATE people SET mood = 'SAD'");
        Syncs.toPostgres(elsewhere, home);
        assertThat(Databases.query(home, "SELECT mood FROM people")).containsExactly("SAD");
        assertThat(types("people", home)).contains("mood \"Mood\"");
    }

    @Test
    void an_enum_of_other_values_that_a_kept_table_uses_is_in_the_way() throws Exception {
        Databases.run(database, "CREATE TYPE \"Mood\" AS ENUM ('OLD'); CREATE TABLE kept (mood \"Mood\")");
        assertThatThrownBy(() -> Syncs.toPostgres(sqlite, database))
                .isInstanceOfSatisfying(DbSyncException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(ProblemCode.TARGET_OBJECT_IN_THE_WAY);
                    assertThat(refused.problem().what())
                            .isEqualTo("The target's table public.kept uses the enum type public.Mood,"
                                    + " which would be replaced.");
                });
        assertThat(Databases.query(database, "SELECT enumlabel FROM pg_enum")).containsExactly("OLD");
    }

    @Test
    void a_schema_that_prisma_refuses_keeps_nobody_from_syncing() throws Exception {
        write(SCHEMA.replace("name  String ", "name  Strin "));
        SyncReport report = Syncs.toPostgres(sqlite, database);
        assertThat(findings(report, ProblemCode.PRISMA_SCHEMA_INVALID))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.refuses()).isFalse();
                    assertThat(problem.where()).endsWith("schema.prisma:10");
                    assertThat(problem.why()).contains("translated instead");
                });
        assertThat(types("people")).contains("mood text");
        assertThat(Objects.requireNonNull(report.plan()).owner()).isEmpty();
    }

    @Test
    void prismas_own_history_stays_with_the_source() throws Exception {
        Databases.run(sqlite, HISTORY);
        SyncReport report = Syncs.toPostgres(sqlite, database);
        assertThat(Objects.requireNonNull(report.plan()).ledger())
                .filteredOn(entry -> entry.name().equals("_prisma_migrations"))
                .extracting(LedgerEntry::fate)
                .containsExactly(LedgerEntry.Fate.LEFT_BEHIND);
        assertThat(Databases.query(database, "SELECT to_regclass('_prisma_migrations')"))
                .containsExactly("null");
    }

    @Test
    void a_schema_that_prismas_migrations_made_is_kept_and_gets_the_values_as_prisma_reads_them() throws Exception {
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, HISTORY.replace("DATETIME", "TIMESTAMPTZ").replace("INTEGER UNSIGNED", "INTEGER"));
        Databases.run(sqlite, "UPDATE people SET seen = '2025-01-02T03:04:05.678+00:00' WHERE id = 7");
        Syncs.toPostgres(sqlite, database);
        assertThat(Databases.query(database, "SELECT seen FROM people ORDER BY id"))
                .containsExactly("2024-01-02 03:04:05.678", "2025-01-02 03:04:05.678");
    }

    @Test
    void a_table_that_is_left_out_is_not_made_and_nobody_refers_to_it() throws Exception {
        Syncs.toPostgres(sqlite, database, new Selection(List.of(), List.of("people")));
        assertThat(Databases.query(
                        database,
                        "SELECT relname FROM pg_class WHERE relkind = 'r' AND"
                                + " relnamespace = 'public'::regnamespace"))
                .containsExactly("Pet");
    }

    @Test
    void a_table_that_the_schema_does_not_know_is_translated() throws Exception {
        Databases.run(sqlite, "CREATE TABLE log (at DATETIME, line TEXT); INSERT INTO log VALUES ('2024-01-02', 'x')");
        Syncs.toPostgres(sqlite, database);
        assertThat(Databases.query(database, "SELECT line FROM log")).containsExactly("x");
        assertThat(types("log")).containsExactly("at timestamp without time zone", "line text");
    }

    private void assertRefused(ThrowingCallable sync, ProblemCode code, String what, String where, String remedy)
            throws Exception {
        assertThatThrownBy(sync).isInstanceOfSatisfying(DbSyncException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(code);
            assertThat(refused.problem().what()).isEqualTo(what);
            assertThat(refused.problem().where()).startsWith(where);
            assertThat(refused.problem().remedy()).startsWith(remedy);
        });
        assertThat(Databases.query(
                        database, "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }

    private static List<Problem> findings(SyncReport report, ProblemCode code) {
        return Objects.requireNonNull(report.plan()).findings().stream()
                .filter(finding -> finding.code() == code)
                .toList();
    }

    private DbSync agreed() {
        return Syncs.agreed(database);
    }

    private List<String> types(String table) throws Exception {
        return types(table, database);
    }

    private static List<String> types(String table, PostgresDatabase database) throws Exception {
        return Databases.query(
                database,
                "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = '" + table
                        + "'::regclass AND attnum > 0 ORDER BY attnum");
    }
}
