package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.check.CheckReport;
import io.github.dbsync.check.CheckRequest;
import io.github.dbsync.check.CheckResult;
import io.github.dbsync.check.Verdict;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.prisma.Schemas;
import io.github.dbsync.rules.RulesFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a commit has is checked without any database, and with those that there are; all that fails is told at once. */
class CheckTest {

    private static final String MIGRATIONS = "The migrations make the schema.";
    private static final String PROVIDER = "The migrations are for the schema's provider.";
    private static final String SEED = "The seed fits the schema.";
    private static final String RULES = "The rules are understood, and each fits a column or table.";
    private static final String SOURCE = "The source is what the schema describes.";

    private static final String SCHEMA = """
            datasource db {
              provider = "sqlite"
              url      = env("DATABASE_URL")
            }
            model Author {
              id    Int    @id @default(autoincrement())
              name  String @unique
              books Book[]
            }
            model Book {
              id       Int     @id
              title    String  @default("untitled")
              lent     Boolean @default(false)
              author   Author? @relation(fields: [authorId], references: [id])
              authorId Int?
              @@index([authorId])
            }
            """;

    private static final String AUTHOR = """
            CREATE TABLE "Author" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "name" TEXT NOT NULL);
            CREATE UNIQUE INDEX "Author_name_key" ON "Author"("name");
            """;

    private static final String BOOK = """
            CREATE TABLE "Book" ("id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "title" TEXT NOT NULL DEFAULT 'untitled',
                "lent" BOOLEAN NOT NULL DEFAULT false, "authorId" INTEGER,
                CONSTRAINT "Book_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Author" ("id") ON DELETE SET NULL ON UPDATE CASCADE);
            CREATE INDEX "Book_authorId_idx" ON "Book"("authorId");
            """;

    private static final PostgresDatabase SERVER = PostgresServers.major(15).createDatabase();

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new TreeMap<>();
    private @Nullable String sqlite;
    private @Nullable String postgres;
    private boolean strict;

    @Test
    void a_project_that_agrees_with_itself_passes_without_any_database() throws IOException {
        project();
        file("seed/books.yaml", "Author:\n  anna: {name: Anna}\nBook:\n  - {id: 1, title: Eve, authorId: !ref anna}\n");
        file("dbsync.yaml", "rules: [{column: Book.lent, type: boolean}]\n");
        Map<String, String> before = files();

        CheckReport report = check();

        assertThat(report.refusal()).isEmpty();
        assertThat(verdicts(report))
                .containsEntry(MIGRATIONS, Verdict.PASSED)
                .containsEntry(PROVIDER, Verdict.PASSED)
                .containsEntry(SEED, Verdict.PASSED)
                .containsEntry(RULES, Verdict.PASSED)
                .containsEntry("Prisma takes the schema.", Verdict.PASSED)
                .containsEntry("The schema can be had on both sides.", Verdict.PASSED)
                .containsEntry(SOURCE, Verdict.NOT_APPLICABLE);
        assertThat(report.text()).contains("2 were applied to an empty database.", "No database is configured");
        assertThat(files()).isEqualTo(before);
        assertThat(folder.resolve("report/check.md"))
                .content()
                .startsWith("# dbsync check\n\nNo check failed")
                .contains("| passed | The migrations make the schema. 2 were applied to an empty database. |");
    }

    @Test
    void a_folder_with_nothing_to_check_passes_and_each_check_says_why_it_does_not_apply() {
        CheckReport report = check();
        assertThat(report.refusal()).isEmpty();
        assertThat(report.results())
                .filteredOn(result -> result.verdict() == Verdict.NOT_APPLICABLE)
                .hasSize(10)
                .allSatisfy(result -> assertThat(result.outcome().said()).isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"all-sqlite", "naming-sqlite.sqlite", "partial.sqlite", "rm.sqlite", "self.sqlite", "a.sqlite"})
    void on_sqlite_what_prisma_itself_makes_is_no_drift(String recorded) throws IOException {
        recorded(recorded, recorded.replace(".sqlite", ""), "sqlite");
        assertThat(problems(check(), MIGRATIONS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"all-postgresql", "naming.postgresql", "partial.postgresql", "pgfeat.postgresql", "rm.postgresql"
            })
    void on_postgresql_what_prisma_itself_makes_is_no_drift(String recorded) throws IOException {
        recorded(recorded, recorded.replace(".postgresql", ""), "postgresql");
        assertThat(problems(check(), MIGRATIONS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                "title" TEXT NOT NULL DEFAULT 'untitled' | "title" TEXT DEFAULT 'untitled' | has column title TEXT NOT NULL
                DEFAULT 'untitled'                       | DEFAULT 'no title'              | has default 'untitled' of column title
                "lent" BOOLEAN                           | "lent" TEXT                     | has column lent BOOLEAN NOT NULL
                ON DELETE SET NULL                       | ON DELETE CASCADE               | ON DELETE SET NULL
                CREATE INDEX                             | CREATE UNIQUE INDEX             | has index (authorId)
                "title" TEXT NOT NULL DEFAULT 'untitled' | "title" TEXT NOT NULL DEFAULT 'untitled', "isbn" TEXT | has column isbn TEXT
                """)
    void whatever_the_migrations_make_otherwise_is_named(String made, String otherwise, String named)
            throws IOException {
        project();
        file("prisma/migrations/2_books/migration.sql", BOOK.replace(made, otherwise));

        List<Problem> problems = problems(check(), MIGRATIONS);

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.SCHEMA_DRIFTED);
            assertThat(problem.where()).isEqualTo("table Book");
            assertThat(problem.why()).contains(named).startsWith("only ");
            assertThat(problem.remedy()).contains("npx prisma migrate dev");
        });
    }

    @Test
    void tables_and_enums_that_only_one_of_them_has_are_named() throws IOException {
        project();
        file("prisma/schema.prisma", SCHEMA.replace("sqlite", "postgresql") + "enum Kind {\n  A\n  B\n}\n");
        file("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n");
        file(
                "prisma/migrations/1_authors/migration.sql",
                AUTHOR.replace("INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT", "SERIAL NOT NULL PRIMARY KEY"));
        file(
                "prisma/migrations/2_books/migration.sql",
                "CREATE TYPE \"Kind\" AS ENUM ('A');\nCREATE TABLE \"Old\" (\"id\" INTEGER NOT NULL PRIMARY KEY);");

        assertThat(problems(check(), MIGRATIONS))
                .extracting(problem -> problem.where() + ": " + problem.why())
                .containsExactly(
                        "table public.Book: only prisma/schema.prisma has it.",
                        "table public.Old: only a database that the migrations made has it.",
                        "enum type public.Kind: only prisma/schema.prisma has the values ('A', 'B');"
                                + " only a database that the migrations made has the values ('A').");
    }

    @Test
    void a_migration_that_fails_is_named_with_its_line_and_all_else_is_checked_too() throws IOException {
        project();
        file("prisma/migrations/2_books/migration.sql", "-- books\n\nCREATE INDEX x ON nowhere(id);\n");
        file("seed/books.yaml", "Book:\n  - {id: 1, name: Eve}\n");

        CheckReport report = check();

        assertThat(problems(report, MIGRATIONS)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.MIGRATION_REFUSED);
            assertThat(problem.where()).isEqualTo("prisma/migrations/2_books/migration.sql, line 3");
            assertThat(problem.why()).contains("nowhere");
        });
        assertThat(problems(report, SEED)).extracting(Problem::code).containsExactly(ProblemCode.SEED_COLUMN_UNKNOWN);
        assertThat(report.refusal()).hasValueSatisfying(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.CHECK_FAILED);
            assertThat(problem.what()).startsWith("2 of ");
            assertThat(problem.where()).contains(MIGRATIONS, SEED);
        });
        assertThat(folder.resolve("report/check.md"))
                .content()
                .contains("| **failed** | The seed fits the schema. |", "- where: seed/books.yaml, line 2");
    }

    @Test
    void on_postgresql_several_statements_of_a_migration_are_one_transaction_as_they_are_to_prisma()
            throws IOException {
        project();
        file("prisma/schema.prisma", SCHEMA.replace("sqlite", "postgresql"));
        file("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n");
        file("prisma/migrations/1_authors/migration.sql", "CREATE TYPE k AS ENUM ('a');\nALTER TYPE k ADD VALUE 'b';");
        file(
                "prisma/migrations/2_books/migration.sql",
                "CREATE TABLE x (v k DEFAULT 'b');\nDROP TABLE x; DROP TYPE k;");
        assertThat(problems(check(), MIGRATIONS)).extracting(Problem::code).containsOnly(ProblemCode.SCHEMA_DRIFTED);

        file(
                "prisma/migrations/1_authors/migration.sql",
                "CREATE TABLE t (id int);\nCREATE INDEX CONCURRENTLY i ON t(id);");
        assertThat(problems(check(), MIGRATIONS))
                .singleElement()
                .satisfies(problem -> assertThat(problem.why()).contains("transaction block"));
    }

    @Test
    void migrations_of_another_provider_fail_although_a_sync_only_warns() throws IOException {
        project();
        file("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n");
        CheckReport report = check();
        assertThat(problems(report, PROVIDER))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.MIGRATIONS_OF_ANOTHER_PROVIDER);
        assertThat(verdicts(report))
                .containsEntry(PROVIDER, Verdict.FAILED)
                .containsEntry(MIGRATIONS, Verdict.NOT_APPLICABLE);
    }

    @Test
    void a_schema_that_prisma_refuses_fails_and_so_does_one_without_provider() throws IOException {
        project();
        file("prisma/schema.prisma", SCHEMA.replace("String @unique", "Strng @unique"));
        CheckReport report = check();
        assertThat(problems(report, "Prisma takes the schema."))
                .extracting(Problem::code)
                .containsOnly(ProblemCode.PRISMA_SCHEMA_INVALID);
        assertThat(verdicts(report)).containsEntry(MIGRATIONS, Verdict.NOT_APPLICABLE);

        file("prisma/schema.prisma", SCHEMA.replace("  provider = \"sqlite\"\n", ""));
        assertThat(problems(check(), "The application's files are understood."))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.PROVIDER_MISSING);
    }

    @Test
    void what_the_other_side_does_not_have_is_a_warning_that_fails_only_where_warnings_do() throws IOException {
        file(
                "prisma/schema.prisma",
                SCHEMA.replace("sqlite", "postgresql").replace("Author {", "Author {\n tags String[]"));
        assertThat(check().refusal()).isEmpty();
        strict = true;
        CheckReport report = check();
        assertThat(verdicts(report)).containsEntry("The schema can be had on both sides.", Verdict.WARNING);
        assertThat(report.refusal())
                .hasValueSatisfying(problem -> assertThat(problem.why()).contains("dbsync.check.strict"));
    }

    @Test
    void the_database_that_the_application_uses_is_held_against_the_schema_and_not_written() throws Exception {
        project();
        Path database = folder.resolve("prisma/dev.db");
        Databases.run(database, AUTHOR + BOOK);
        environment.put("DATABASE_URL", "file:./dev.db");
        assertThat(verdicts(check())).containsEntry(SOURCE, Verdict.PASSED);

        Databases.run(
                database,
                "DROP INDEX Book_authorId_idx; CREATE TABLE _prisma_migrations (id, checksum, migration_name, started_at,"
                        + " applied_steps_count)");
        byte[] before = Files.readAllBytes(database);
        assertThat(problems(check(), SOURCE)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.SCHEMA_DRIFTED);
            assertThat(problem.why()).isEqualTo("only prisma/schema.prisma has index (authorId).");
        });
        assertThat(Files.readAllBytes(database)).isEqualTo(before);
    }

    @Test
    void a_database_in_a_schema_of_its_own_is_compared_there() throws Exception {
        project();
        PostgresDatabase live = PostgresServers.major(15).createDatabase();
        Databases.run(live, "CREATE SCHEMA shop; CREATE TABLE other (id int); CREATE TABLE shop.\"Book\" (id int)");
        file("prisma/schema.prisma", SCHEMA.replace("sqlite", "postgresql"));
        environment.put("DATABASE_URL", Syncs.url(live) + "?schema=shop");
        assertThat(problems(check(), SOURCE))
                .extracting(Problem::where)
                .allSatisfy(where -> assertThat(where).contains("schema shop"))
                .satisfiesExactly(
                        author -> assertThat(author).startsWith("table shop.Author"),
                        book -> assertThat(book).startsWith("table shop.Book"));
    }

    @Test
    void a_database_that_does_not_answer_is_a_warning() throws IOException {
        project();
        file("prisma/schema.prisma", SCHEMA.replace("sqlite", "postgresql"));
        environment.put("DATABASE_URL", "postgresql://me:swordfish@127.0.0.1:1/shop");
        CheckReport report = check();
        assertThat(verdicts(report)).containsEntry(SOURCE, Verdict.WARNING);
        assertThat(problems(report, SOURCE))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.POSTGRES_UNREACHABLE);
        assertThat(report.text()).doesNotContain("swordfish");
    }

    @Test
    void without_a_schema_both_databases_are_held_against_each_other() throws Exception {
        PostgresDatabase live = PostgresServers.major(15).createDatabase();
        Path file = folder.resolve("shop.db");
        Databases.run(file, "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO item VALUES (1, 'a')");
        Syncs.toPostgres(file, live);
        sqlite = "shop.db";
        postgres = Syncs.url(live);
        String agree = "Source and target have the same tables.";
        assertThat(verdicts(check())).containsEntry(agree, Verdict.PASSED);

        Databases.run(live, "ALTER TABLE item DROP COLUMN name");
        assertThat(problems(check(), agree)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.ENDS_DIFFER);
            assertThat(problem.where()).startsWith("table public.item of PostgreSQL");
            assertThat(problem.why()).contains("only at the source: column name");
        });
    }

    @Test
    void rules_that_are_not_understood_fail_and_those_that_fit_nothing_are_warnings() throws IOException {
        project();
        file("dbsync.yaml", "rules: [{column: Book.lnt, type: boolean}, {table: Boook, rename: books}]\n");
        CheckReport report = check();
        assertThat(problems(report, RULES))
                .extracting(Problem::what)
                .containsExactly(
                        "The rule for Book.lnt matches no column.", "The rule for table Boook names no table.");
        assertThat(verdicts(report)).containsEntry(RULES, Verdict.WARNING);

        file("dbsync.yaml", "rules: [{column: Book.lent, tpe: boolean}]\n");
        assertThat(verdicts(check())).containsEntry(RULES, Verdict.FAILED);
    }

    @Test
    void a_seed_is_tried_in_what_the_migrations_make() throws IOException {
        project();
        file("prisma/migrations/3_rows/migration.sql", "INSERT INTO \"Author\" (\"name\") VALUES ('Anna');");
        file(
                "seed/10.sql",
                "INSERT INTO \"Book\" (\"id\", \"authorId\") SELECT 1, \"id\" FROM \"Author\" WHERE \"name\" = 'Anna';");
        assertThat(verdicts(check())).containsEntry(SEED, Verdict.PASSED);

        file("seed/20-Book.csv", "id,title\n2,\n");
        assertThat(problems(check(), SEED)).extracting(Problem::code).containsExactly(ProblemCode.SEED_VALUE_MISSING);
    }

    @Test
    void a_secret_under_version_control_is_a_warning() throws Exception {
        project();
        file(".env", "DATABASE_URL=file:./dev.db\n");
        for (String command : List.of("init --quiet", "add .env")) {
            List<String> line = new ArrayList<>(List.of("git", "-C", folder.toString()));
            line.addAll(List.of(command.split(" ")));
            assertThat(new ProcessBuilder(line).inheritIO().start().waitFor()).isZero();
        }
        assertThat(problems(check(), "No file with secrets or data is under version control."))
                .extracting(Problem::what)
                .containsExactly(".env is under version control.");
    }

    private void project() throws IOException {
        file("prisma/schema.prisma", SCHEMA);
        file("prisma/migrations/migration_lock.toml", "provider = \"sqlite\"\n");
        file("prisma/migrations/1_authors/migration.sql", AUTHOR);
        file("prisma/migrations/2_books/migration.sql", BOOK);
    }

    private void recorded(String script, String schema, String provider) throws IOException {
        String text = Files.readString(Schemas.resource("examples/" + schema + ".prisma"));
        file(
                "prisma/schema.prisma",
                text.replaceFirst("provider( *)= \"(sqlite|postgresql)\"", "provider = \"" + provider + "\""));
        file("prisma/migrations/migration_lock.toml", "provider = \"" + provider + "\"\n");
        file("prisma/migrations/1/migration.sql", Files.readString(Schemas.resource("examples/" + script + ".sql")));
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private CheckReport check() {
        String from = sqlite == null ? null : "sqlite";
        EndsRequest ends = new EndsRequest(folder, from, null, sqlite, postgres, null, environment);
        return Syncs.agreed(SERVER)
                .check(new CheckRequest(
                        ends, List.of("seed"), () -> RulesFile.in(folder), strict, folder.resolve("report")));
    }

    private static Map<String, Verdict> verdicts(CheckReport report) {
        Map<String, Verdict> verdicts = new TreeMap<>();
        report.results().forEach(result -> verdicts.put(result.sentence(), result.verdict()));
        return verdicts;
    }

    private static List<Problem> problems(CheckReport report, String sentence) {
        CheckResult found = report.results().stream()
                .filter(result -> result.sentence().equals(sentence))
                .findFirst()
                .orElseThrow();
        return found.outcome().problems();
    }

    /** All files but the report, with their content. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("check.md")) {
                    files.put(folder.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return files;
    }
}
