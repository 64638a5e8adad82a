package io.github.dbsync.appconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.Secret;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchTest {

    private static final String POSTGRES_URL = "postgresql://ann:p%40ss@db/shop?schema=public&connection_limit=5";

    @TempDir
    Path folder;

    private SampleProject project;

    @BeforeEach
    void emptyProject() {
        project = SampleProject.in(folder);
    }

    @Test
    void changes_provider_and_url_and_no_other_byte() {
        String schema = """
                // provider = "sqlite"
                datasource db {
                  // provider = "sqlite"
                  provider= "%s" // "sqlite"
                  url = env("DATABASE_URL")
                }
                """.replace("\n", "\r\n");
        String env = "# DATABASE_URL='x'\r\nexport DATABASE_URL='%s' # €\r\nB=2";
        project.file("prisma/schema.prisma", schema.formatted("sqlite"))
                .file(".env", env.formatted("file:./dev.db"))
                .file(".env.postgres", "DATABASE_URL=" + POSTGRES_URL);

        project.switched();

        assertThat(project.text("prisma/schema.prisma")).isEqualTo(schema.formatted("postgresql"));
        assertThat(project.text(".env")).isEqualTo(env.formatted(POSTGRES_URL));
        assertThat(project.text(".env.postgres")).isEqualTo("DATABASE_URL=" + POSTGRES_URL);
    }

    @Test
    void names_what_prisma_will_refuse_in_the_schema_on_sqlite() {
        project.file("prisma/schema.prisma", """
                datasource db {
                  provider = "postgresql"
                }
                model Item {
                  id   Int      @id
                  tags String[]
                  name String   @db.VarChar(20)
                  code String   @db.Char(3)
                }
                """)
                .file(".env", "DATABASE_URL=" + POSTGRES_URL)
                .file(".env.sqlite", "DATABASE_URL=file:./dev.db");

        assertThat(project.switched().findings())
                .filteredOn(finding -> finding.code() == ProblemCode.PRISMA_FEATURE_UNSUPPORTED)
                .extracting(finding -> finding.what() + " " + finding.where().replaceAll("[^ ]*:", ""))
                .containsExactly(
                        "SQLite has no lists in Prisma. 6", "SQLite has no types of PostgreSQL in Prisma. 7, 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {".env.postgres", ".env.local"})
    void there_and_back_again_restores_the_first_files_byte_for_byte(String otherFile) {
        project.file("prisma/schema.prisma", SampleProject.SQLITE_SCHEMA)
                .file(".env", "DATABASE_URL=\"file:./dev.db?connection_limit=1\"\n")
                .file(otherFile, "DATABASE_URL=\"" + POSTGRES_URL + "\"\n");
        Ends first = project.find();

        project.switched();
        Ends back = project.find();
        assertThat(back.source()).isEqualTo(first.target());
        assertThat(back.target()).isEqualTo(first.source());

        project.switched();
        assertThat(project.find().source()).isEqualTo(first.source());
        assertThat(project.find().target()).isEqualTo(first.target());
        assertThat(project.text("prisma/schema.prisma")).isEqualTo(SampleProject.SQLITE_SCHEMA);
        assertThat(project.text(".env")).isEqualTo("DATABASE_URL=\"file:./dev.db?connection_limit=1\"\n");
        assertThat(project.text(otherFile)).isEqualTo("DATABASE_URL=\"" + POSTGRES_URL + "\"\n");
    }

    @Test
    void the_loop_closes_with_the_projects_own_server_too() {
        project.file("prisma/schema.prisma", SampleProject.SQLITE_SCHEMA)
                .file(".env", "DATABASE_URL=\"file:./dev.db\"\n")
                .file(".dbsync/postgres/password", "own-password")
                .file(".dbsync/postgres/data/PG_VERSION", "15");

        Ends there = project.find();
        FileEdits.apply(
                folder,
                Switch.plan(there, server(41234), TargetMigrations.UNKNOWN).edits());
        assertThat(project.text(".env"))
                .isEqualTo("DATABASE_URL=\"postgresql://postgres:own-password@127.0.0.1:41234/postgres\"\n");

        Ends back = project.find();
        assertThat(back.source()).isEqualTo(new EmbeddedPostgres(folder.resolve(".dbsync/postgres")));
        assertThat(back.target()).isEqualTo(there.source());
        FileEdits.apply(
                folder,
                Switch.plan(back, back.target(), TargetMigrations.UNKNOWN).edits());
        assertThat(project.text(".env")).isEqualTo("DATABASE_URL=\"file:./dev.db\"\n");
        assertThat(project.has(".env.postgres")).isFalse();
        assertThat(project.find().target()).isEqualTo(there.target());
    }

    @Test
    void the_own_servers_new_port_is_written() {
        project.file("prisma/schema.prisma", SampleProject.POSTGRES_SCHEMA)
                .file(".env", "DATABASE_URL=postgresql://postgres:own-password@127.0.0.1:41234/postgres\n")
                .file(".dbsync/postgres/password", "own-password")
                .file(".dbsync/postgres/data/PG_VERSION", "15");

        Ends ends = project.from("sqlite").sqlite("dev.db").find();
        SwitchPlan plan = Switch.plan(ends, server(50001), TargetMigrations.UNKNOWN);

        assertThat(plan.edits())
                .singleElement()
                .isInstanceOfSatisfying(
                        ContentEdit.class,
                        edit -> assertThat(edit.after())
                                .asString()
                                .isEqualTo(
                                        "DATABASE_URL=postgresql://postgres:own-password@127.0.0.1:50001/postgres\n"));
    }

    @Test
    void keeps_the_previous_url_for_its_owner_alone_and_says_so() throws IOException {
        project.file("prisma/schema.prisma", SampleProject.POSTGRES_SCHEMA)
                .file(".env", "DATABASE_URL=\"" + POSTGRES_URL + "\"\n");

        SwitchPlan plan = project.switched();

        assertThat(project.text(".env.postgres")).contains("DATABASE_URL=\"" + POSTGRES_URL + "\"\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(".env.postgres"))))
                .isEqualTo("rw-------");
        assertThat(plan.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(ProblemCode.PREVIOUS_URL_KEPT);
            assertThat(finding.where())
                    .isEqualTo(folder.resolve(".env.postgres").toString());
            assertThat(finding.remedy()).contains("add .env.postgres to .gitignore");
            assertThat(finding.text()).doesNotContain("p%40ss", "p@ss");
        });
    }

    @Test
    void a_url_that_was_kept_before_becomes_a_comment_when_another_one_is_kept() {
        project.file("prisma/schema.prisma", SampleProject.SQLITE_SCHEMA)
                .file(".env", "DATABASE_URL=\"file:./new.db\"\n")
                .file(".env.sqlite", "A=1\r\nDATABASE_URL='file:./old.db' # mine\r\n");

        Ends first = project.postgres(POSTGRES_URL).find();
        project.postgres(POSTGRES_URL).switched();

        assertThat(project.text(".env.sqlite"))
                .isEqualTo("A=1\r\n# DATABASE_URL='file:./old.db'\r\nDATABASE_URL='file:./new.db' # mine\r\n");
        assertThat(project.find().target()).isEqualTo(first.source());
    }

    @Test
    void a_url_is_added_to_a_file_that_has_none() {
        project.file("prisma/schema.prisma", SampleProject.SQLITE_SCHEMA)
                .file(".env", "DATABASE_URL=\"file:./dev.db\"\n")
                .file(".env.sqlite", "A=1");

        project.postgres(POSTGRES_URL).switched();

        assertThat(project.text(".env.sqlite")).isEqualTo("A=1\nDATABASE_URL=\"file:./dev.db\"\n");
    }

    @Test
    void a_path_given_as_parameter_is_written_as_prisma_has_it() {
        project.file("prisma/schema.prisma", SampleProject.POSTGRES_SCHEMA)
                .file(".env", "DATABASE_URL=" + POSTGRES_URL + "\n");

        project.sqlite("data/my shop.db").switched();

        assertThat(project.text(".env")).isEqualTo("DATABASE_URL=\"file:../data/my shop.db\"\n");
        assertThat(project.text("prisma/schema.prisma")).isEqualTo(SampleProject.SQLITE_SCHEMA);
    }

    @Test
    void a_url_in_another_style_is_written_as_prisma_has_it() {
        project.file("prisma/schema.prisma", SampleProject.SQLITE_SCHEMA).file(".env", "DATABASE_URL=file:./dev.db\n");

        project.postgres("host=db dbname=shop user=ann password='p@ss'").switched();

        assertThat(project.text(".env")).isEqualTo("DATABASE_URL=postgresql://ann:p%40ss@db:5432/shop\n");
    }

    @Test
    void a_reference_is_kept_as_it_is_written() {
        project.file("prisma/schema.prisma", SampleProject.POSTGRES_SCHEMA)
                .file(".env", "PASSWORD=secret\nDATABASE_URL=\"postgresql://ann:${PASSWORD}@db/shop\"\n");
        Ends first = project.find();

        project.switched();

        assertThat(project.text(".env.postgres")).contains("\"postgresql://ann:${PASSWORD}@db/shop\"");
        assertThat(project.find().target()).isEqualTo(first.source());
    }

    @Test
    void a_url_in_the_schema_itself_is_switched_there() {
        project.file("schema.prisma", "datasource db {\n  url = \"file:dev.db\"\n  provider = \"sqlite\"\n}\n");

        project.postgres(POSTGRES_URL).switched();

        assertThat(project.text("schema.prisma"))
                .isEqualTo("datasource db {\n  url = \"" + POSTGRES_URL + "\"\n  provider = \"postgresql\"\n}\n");
        assertThat(project.text(".env.sqlite")).contains("DATABASE_URL=\"file:dev.db\"");
    }

    @Test
    void files_that_say_the_target_already_stay_as_they_are() {
        project.file("schema.prisma", SampleProject.SQLITE_SCHEMA)
                .file(".env", "DATABASE_URL=file:./dev.db\n")
                .file(".env.postgres", "DATABASE_URL=" + POSTGRES_URL + "\n");

        assertThat(project.from("postgresql").switched().edits()).isEmpty();
    }

    @Test
    void an_application_that_is_another_user_than_dbsync_stays_that_user() {
        project.file("schema.prisma", SampleProject.POSTGRES_SCHEMA)
                .file(".env", "DATABASE_URL=postgresql://app:secret@localhost/shop\n");

        SwitchPlan plan = project.from("sqlite")
                .sqlite("dev.db")
                .postgres("postgresql://owner:hunter2@127.0.0.1/shop")
                .switched();

        assertThat(plan.edits()).isEmpty();
    }

    @Test
    void plain_parameters_leave_the_switch_to_the_user() {
        SwitchPlan plan =
                project.from("sqlite").sqlite("dev.db").postgres(POSTGRES_URL).switched();

        assertThat(plan.edits()).isEmpty();
        assertThat(plan.findings()).extracting(Problem::code).containsExactly(ProblemCode.SWITCH_LEFT_TO_USER);
        assertThat(plan.findings()).noneMatch(Problem::refuses);
    }

    @Test
    void an_environment_variable_that_leads_elsewhere_is_told() {
        project.file("schema.prisma", SampleProject.SQLITE_SCHEMA).file(".env", "DATABASE_URL=file:./dev.db\n");

        SwitchPlan plan = project.variable("DATABASE_URL", "file:./dev.db")
                .postgres(POSTGRES_URL)
                .switched();

        assertThat(plan.findings())
                .filteredOn(finding -> finding.code() == ProblemCode.SWITCH_LEFT_TO_USER)
                .singleElement()
                .satisfies(finding -> assertThat(finding.remedy()).isEqualTo("unset DATABASE_URL"));
    }

    @Test
    void a_direct_url_is_left_to_the_user() {
        project.file(
                        "schema.prisma",
                        SampleProject.POSTGRES_SCHEMA.replace("}", "  directUrl = env(\"DIRECT_URL\")\n}"))
                .file(".env", "DATABASE_URL=" + POSTGRES_URL + "\nDIRECT_URL=" + POSTGRES_URL + "\n");

        assertThat(project.switched().findings())
                .filteredOn(finding -> finding.code() == ProblemCode.SWITCH_LEFT_TO_USER)
                .singleElement()
                .satisfies(finding -> assertThat(finding.where()).endsWith("schema.prisma:4 (directUrl)"));
    }

    @Test
    void a_password_of_the_environment_is_not_written_and_that_is_said() {
        project.file(".env", "DATABASE_URL=file:./dev.db\n");

        SwitchPlan plan = project.variable("PGPASSWORD", "s3cret")
                .from("sqlite")
                .postgres("postgresql://ann@db.example/shop")
                .switched();

        assertThat(project.text(".env")).isEqualTo("DATABASE_URL=postgresql://ann@db.example/shop\n");
        assertThat(plan.findings())
                .filteredOn(problem -> problem.code() == ProblemCode.SWITCH_LEFT_TO_USER)
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).contains("PGPASSWORD"));
    }

    @Test
    void a_url_that_is_of_neither_database_is_left_alone() {
        project.file(".env", "DATABASE_URL=mysql://ann@db/shop\n");

        SwitchPlan plan =
                project.from("sqlite").sqlite("a.db").postgres(POSTGRES_URL).switched();

        assertThat(plan.edits()).isEmpty();
        assertThat(plan.findings()).extracting(Problem::code).containsExactly(ProblemCode.SWITCH_LEFT_TO_USER);
        assertThat(project.text(".env")).isEqualTo("DATABASE_URL=mysql://ann@db/shop\n");
    }

    private static PostgresDatabase server(int port) {
        return new PostgresDatabase(
                "127.0.0.1", port, "postgres", "postgres", new Secret("own-password"), null, Map.of());
    }
}
