package io.github.dbsync.appconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.Endpoint;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.Secret;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndsFinderTest {

    @TempDir
    Path folder;

    private SampleProject project;

    @BeforeEach
    void emptyProject() {
        project = SampleProject.in(folder);
    }

    @Test
    void a_prisma_project_on_sqlite_goes_to_the_embedded_server_where_none_is_configured() {
        Ends ends = sqliteProject().find();

        assertThat(ends.source()).isEqualTo(sqlite("prisma/dev.db"));
        assertThat(ends.sourceOrigin().where()).isEqualTo(folder.resolve(".env") + ":1 (DATABASE_URL)");
        assertThat(ends.target()).isEqualTo(embedded());
        assertThat(ends.targetOrigin().where()).contains("by default");
        assertThat(ends.findings()).isEmpty();
    }

    @Test
    void the_other_end_is_in_env_postgres_before_env_local() {
        sqliteProject().file(".env.local", "DATABASE_URL=postgresql://ann@local/shop\n");
        assertThat(project.find().target()).isEqualTo(postgres("local"));

        project.file(".env.postgres", "DATABASE_URL=postgresql://ann@named/shop\n");
        assertThat(project.find().target()).isEqualTo(postgres("named"));
    }

    @Test
    void a_file_whose_url_is_of_the_wrong_kind_is_passed_over() {
        sqliteProject()
                .file(".env.postgres", "DATABASE_URL=file:./other.db\n")
                .file(".env.local", "DATABASE_URL=postgresql://ann@local/shop\n");

        assertThat(project.find().target()).isEqualTo(postgres("local"));
    }

    @Test
    void a_prisma_project_on_postgresql_goes_to_its_sqlite_file() {
        postgresProject();
        assertThat(project.find().source()).isEqualTo(postgres("db"));
        assertThat(project.find().target()).isEqualTo(sqlite("prisma/dev.db"));

        project.file(".env.sqlite", "DATABASE_URL=file:../data/shop.db\n");
        assertThat(project.find().target()).isEqualTo(sqlite("data/shop.db"));
    }

    @Test
    void parameters_win_over_files() {
        sqliteProject().file(".env.postgres", "DATABASE_URL=postgresql://ann@named/shop\n");

        Ends ends = project.sqlite("data/other.db")
                .postgres("postgresql://ann@given/shop")
                .find();

        assertThat(ends.source()).isEqualTo(sqlite("data/other.db"));
        assertThat(ends.target()).isEqualTo(postgres("given"));
        assertThat(ends.targetOrigin().where()).isEqualTo("-Ddbsync.postgres");
    }

    @Test
    void a_sqlite_url_given_as_parameter_is_relative_as_prisma_has_it_and_a_path_to_the_project() {
        sqliteProject();

        assertThat(project.sqlite("file:./x.db").find().source()).isEqualTo(sqlite("prisma/x.db"));
        assertThat(project.sqlite("x.db").find().source()).isEqualTo(sqlite("x.db"));
        assertThat(project.sqlite("jdbc:sqlite:x.db").find().source()).isEqualTo(sqlite("x.db"));
    }

    @Test
    void the_direction_given_wins_over_the_provider() {
        sqliteProject().file(".env.postgres", "DATABASE_URL=postgresql://ann@named/shop\n");

        Ends ends = project.from("postgres").find();

        assertThat(ends.source()).isEqualTo(postgres("named"));
        assertThat(ends.target()).isEqualTo(sqlite("prisma/dev.db"));
        assertThat(project.to("sqlite").find().source()).isEqualTo(postgres("named"));
        assertThat(project.to("postgresql").find().source()).isEqualTo(sqlite("prisma/dev.db"));
    }

    @Test
    void a_named_env_file_holds_the_other_end() {
        sqliteProject()
                .file(".env.postgres", "DATABASE_URL=postgresql://ann@named/shop\n")
                .file(".env.staging", "DATABASE_URL=postgresql://ann@staging/shop\n");

        assertThat(project.env("staging").find().target()).isEqualTo(postgres("staging"));
        assertThat(project.env("staging").from("postgresql").find().source()).isEqualTo(postgres("staging"));
    }

    @Test
    void works_without_prisma_from_the_url_alone() {
        project.file(".env", "DATABASE_URL=file:./shop.db\n");

        assertThat(project.find().source()).isEqualTo(sqlite("shop.db"));
        assertThat(project.find().target()).isEqualTo(embedded());
    }

    @Test
    void works_without_any_file_from_parameters_alone() {
        Ends ends = project.from("sqlite").sqlite("shop.db").find();

        assertThat(ends.source()).isEqualTo(sqlite("shop.db"));
        assertThat(ends.target()).isEqualTo(embedded());
        assertThat(project.to("sqlite")
                        .sqlite("shop.db")
                        .postgres("embedded")
                        .find()
                        .source())
                .isEqualTo(embedded());
    }

    @Test
    void the_environment_wins_over_the_file_and_that_is_said() {
        Ends ends = sqliteProject()
                .variable("DATABASE_URL", "file:./environment.db")
                .find();

        assertThat(ends.source()).isEqualTo(sqlite("prisma/environment.db"));
        assertThat(ends.sourceOrigin().where()).isEqualTo("environment variable DATABASE_URL");
        assertThat(ends.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(ProblemCode.URL_FROM_ENVIRONMENT);
            assertThat(finding.remedy()).contains("unset DATABASE_URL");
        });
    }

    @Test
    void the_schema_names_the_variable() {
        project.file("schema.prisma", SampleProject.SQLITE_SCHEMA.replace("DATABASE_URL", "SHOP_URL"))
                .file(".env", "DATABASE_URL=postgresql://ann@db/other\nSHOP_URL=file:./shop.db\n");

        assertThat(project.find().source()).isEqualTo(sqlite("shop.db"));
    }

    @Test
    void a_url_may_stand_in_the_schema_itself() {
        project.file("prisma/schema.prisma", "datasource db {\n provider = \"sqlite\"\n url = \"file:dev.db\"\n}\n");

        assertThat(project.find().source()).isEqualTo(sqlite("prisma/dev.db"));
        assertThat(project.variable("DATABASE_URL", "file:x.db").find().source())
                .isEqualTo(sqlite("prisma/dev.db"));
    }

    @Test
    void prisma_7_takes_file_urls_from_the_folder_of_its_config() {
        project.file("prisma/schema.prisma", "datasource db {\n  provider = \"sqlite\"\n}\n")
                .file("prisma.config.ts", "export default defineConfig({ datasource: { url: env('DATABASE_URL') } })")
                .file(".env", "DATABASE_URL=file:./dev.db\n");

        assertThat(project.find().source()).isEqualTo(sqlite("dev.db"));
    }

    @Test
    void env_beside_the_schema_is_read_too_and_references_are_followed() {
        project.file("prisma/schema.prisma", SampleProject.POSTGRES_SCHEMA)
                .file("prisma/.env", "HOST=db\nDATABASE_URL=\"postgresql://ann@${HOST}/shop\"\n");

        assertThat(project.find().source()).isEqualTo(postgres("db"));
    }

    @Test
    void the_address_of_the_projects_own_server_is_that_server() {
        project.file(".dbsync/postgres/password", "own-password")
                .file(".dbsync/postgres/data/PG_VERSION", "15")
                .file("schema.prisma", SampleProject.POSTGRES_SCHEMA)
                .file(".env", "DATABASE_URL=postgresql://postgres:own-password@127.0.0.1:41234/postgres\n");

        assertThat(project.find().source()).isEqualTo(embedded());
    }

    @Test
    void reports_parameters_of_the_urls_that_are_not_followed() {
        project.file("schema.prisma", SampleProject.POSTGRES_SCHEMA)
                .file(".env", "A=1\nDATABASE_URL=postgresql://ann@db/shop?sslmod=require\n");

        assertThat(project.find().findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(ProblemCode.URL_PARAMETER_IGNORED);
            assertThat(finding.where()).isEqualTo(folder.resolve(".env") + ":2 (DATABASE_URL)");
        });
    }

    @Test
    void refuses_when_there_is_no_telling_the_direction() {
        refused(
                project::find,
                ProblemCode.DIRECTION_UNKNOWN,
                "-Ddbsync.from=sqlite",
                "-Ddbsync.sqlite=",
                "-Ddbsync.postgres=");
        refused(
                () -> project.sqlite("a.db").postgres("embedded").find(),
                ProblemCode.DIRECTION_UNKNOWN,
                "-Ddbsync.from");
    }

    @Test
    void refuses_when_provider_and_url_disagree_unless_the_direction_is_given() {
        project.file("schema.prisma", SampleProject.SQLITE_SCHEMA)
                .file(".env", "DATABASE_URL=postgresql://ann@db/shop\n");

        Problem problem = refused(project::find, ProblemCode.PROVIDER_AND_URL_DISAGREE, "-Ddbsync.from=sqlite");
        assertThat(problem.where()).contains("schema.prisma:2 (provider)", ".env:1 (DATABASE_URL)");

        Ends ends = project.from("postgresql").find();
        assertThat(ends.source()).isEqualTo(postgres("db"));
        assertThat(ends.findings()).extracting(Problem::code).containsExactly(ProblemCode.PROVIDER_AND_URL_DISAGREE);
    }

    @Test
    void refuses_a_missing_or_empty_env_file() {
        project.file("schema.prisma", SampleProject.SQLITE_SCHEMA);
        refused(project::find, ProblemCode.ENV_FILE_MISSING, "DATABASE_URL=\"file:./dev.db\"", "-Ddbsync.sqlite=");

        project.file(".env", "");
        assertThat(refused(project::find, ProblemCode.DATABASE_URL_MISSING, "Add the line DATABASE_URL=")
                        .why())
                .isEqualTo("the file is empty");
        project.file(".env", "A=1\n");
        assertThat(refused(project::find, ProblemCode.DATABASE_URL_MISSING, "Add the line DATABASE_URL=")
                        .why())
                .isEqualTo("DATABASE_URL is not set");
        project.file(".env", "DATABASE_URL=\n");
        assertThat(refused(project::find, ProblemCode.DATABASE_URL_MISSING, "Add the line DATABASE_URL=")
                        .why())
                .isEqualTo("DATABASE_URL is empty");
    }

    @Test
    void refuses_a_named_env_file_that_does_not_help() {
        sqliteProject();
        refused(() -> project.env("staging").find(), ProblemCode.ENV_FILE_MISSING, "DATABASE_URL=");

        project.file(".env.staging", "A=1\n");
        refused(() -> project.env("staging").find(), ProblemCode.DATABASE_URL_MISSING, "Add the line");

        project.file(".env.staging", "DATABASE_URL=file:./other.db\n");
        refused(() -> project.env("staging").find(), ProblemCode.DIRECTION_UNKNOWN, "a URL of PostgreSQL");
    }

    @Test
    void refuses_two_names_of_the_same_end() {
        sqliteProject().file(".env.staging", "DATABASE_URL=file:../prisma/./dev.db\n");

        Problem problem = refused(() -> project.env("staging").find(), ProblemCode.SAME_ENDS, "a URL of PostgreSQL");
        assertThat(problem.where()).contains(".env:1", ".env.staging:1");
    }

    @Test
    void refuses_two_env_files_that_contradict_each_other() {
        sqliteProject().file("prisma/.env", "DATABASE_URL=file:./other.db\n");
        assertThat(refused(project::find, ProblemCode.ENV_FILE_MALFORMED, "remove the other")
                        .where())
                .contains(".env:1", "prisma/.env:1");

        project.file("prisma/.env", "DATABASE_URL='file:./dev.db'\n");
        assertThat(project.find().source()).isEqualTo(sqlite("prisma/dev.db"));
    }

    @Test
    void refuses_an_end_that_nothing_names() {
        refused(() -> project.from("sqlite").find(), ProblemCode.DATABASE_URL_MISSING, "-Ddbsync.sqlite=<path>");
        refused(() -> project.to("sqlite").find(), ProblemCode.DATABASE_URL_MISSING, "-Ddbsync.postgres=embedded");
        refused(
                () -> project.to("sqlite").postgres("embedded").find(),
                ProblemCode.DATABASE_URL_MISSING,
                "-Ddbsync.sqlite=<path>");
    }

    @Test
    void refuses_parameters_that_contradict_each_other() {
        refused(() -> project.from("sqlite").to("sqlite"), ProblemCode.SAME_ENDS, "-Ddbsync.from=sqlite");
        refused(() -> project.from("mysql"), ProblemCode.PARAMETER_INVALID, "-Ddbsync.from=postgresql");
        refused(() -> project.env("../x"), ProblemCode.PARAMETER_INVALID, "-Ddbsync.env=staging");
        refused(
                () -> project.from("sqlite")
                        .sqlite("postgresql://ann:hunter2@db/shop")
                        .find(),
                ProblemCode.PARAMETER_INVALID,
                "-Ddbsync.postgres");
    }

    @Test
    void refuses_a_database_in_memory() {
        refused(
                () -> project.from("sqlite").sqlite(":memory:").find(),
                ProblemCode.URL_NOT_UNDERSTOOD,
                "file:./dev.db");
    }

    @Test
    void a_file_that_cannot_be_understood_is_no_obstacle_where_parameters_say_everything() {
        project.file("schema.prisma", "datasource db {\n  provider = env(\"P\")\n}\n")
                .file(".env", "A=\"\n");

        refused(
                () -> project.sqlite("a.db").postgres("embedded").find(),
                ProblemCode.PROVIDER_NOT_LITERAL,
                "provider =");
        Ends ends = project.from("sqlite").sqlite("a.db").postgres("embedded").find();

        assertThat(ends.source()).isEqualTo(sqlite("a.db"));
        assertThat(ends.findings()).extracting(Problem::code).containsExactly(ProblemCode.PROVIDER_NOT_LITERAL);
        assertThat(ends.findings()).noneMatch(Problem::refuses);
    }

    @Test
    void nothing_prints_a_password() {
        Ends ends = sqliteProject().postgres("postgresql://ann:hunter2@db/shop").find();

        assertThat(ends.toString()).doesNotContain("hunter2");
        assertThat(project.postgres("postgresql://ann:hunter2@db/shop")
                        .request()
                        .toString())
                .doesNotContain("hunter2");
    }

    private SampleProject sqliteProject() {
        return project.file("prisma/schema.prisma", SampleProject.SQLITE_SCHEMA)
                .file(".env", "DATABASE_URL=\"file:./dev.db\"\n");
    }

    private SampleProject postgresProject() {
        return project.file("prisma/schema.prisma", SampleProject.POSTGRES_SCHEMA)
                .file(".env", "DATABASE_URL=\"postgresql://ann@db/shop\"\n");
    }

    private static Problem refused(ThrowingCallable action, ProblemCode code, String... remedy) {
        Problem[] problem = new Problem[1];
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(DbSyncException.class, refused -> problem[0] = refused.problem());
        assertThat(problem[0].code()).isEqualTo(code);
        assertThat(problem[0].remedy()).contains(remedy);
        assertThat(problem[0].text()).doesNotContain("hunter2");
        return problem[0];
    }

    private Endpoint sqlite(String path) {
        return new SqliteFile(folder.resolve(path));
    }

    private Endpoint embedded() {
        return new EmbeddedPostgres(folder.resolve(".dbsync/postgres"));
    }

    private static Endpoint postgres(String host) {
        Secret none = null;
        return new PostgresDatabase(host, 5432, "shop", "ann", none, null, Map.of());
    }
}
