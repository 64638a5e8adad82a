package io.github.dbsync.appconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prisma's migrations go with the provider: kept, begun anew, and brought back, to the byte. */
class MigrationsSwitchTest {

    private static final String INITIAL = "CREATE TABLE \"Item\" ();\n";
    private static final TargetMigrations NONE =
            new TargetMigrations(Optional.of(List.of()), Optional.of(INITIAL), true);
    private static final String LOCK =
            "# caf\u00e9, provider = \"mysql\"\r\n\r\n  provider  =  \"%s\" # \"sqlite\"\r\n# end";

    @TempDir
    Path folder;

    private SampleProject project;

    @BeforeEach
    void projectOnSqlite() {
        project = SampleProject.in(folder)
                .file("prisma/schema.prisma", SampleProject.SQLITE_SCHEMA.replace("\n", "\r\n"))
                .file(".env", "DATABASE_URL=\"file:./dev.db\" # here\r\n")
                .file(".env.postgres", "DATABASE_URL=postgresql://ann@db/shop\n")
                .file(".env.sqlite", "DATABASE_URL=\"file:./dev.db\"\n")
                .file("prisma/migrations/1_first/migration.sql", "CREATE TABLE a (id INTEGER);\n")
                .file("prisma/migrations/2_second/migration.sql", "-- \u20ac\r\nCREATE TABLE b (id INTEGER);")
                .file("prisma/migrations/2_second/notes.md", "mine")
                .file("prisma/migrations/migration_lock.toml", LOCK.formatted("sqlite"));
    }

    @Test
    void a_target_that_no_migration_made_gets_a_first_one() throws IOException {
        Map<String, String> before = files();

        SwitchPlan plan = project.switched(NONE);

        before.put("prisma/schema.prisma", before.get("prisma/schema.prisma").replace("sqlite", "postgresql"));
        before.put(".env", "DATABASE_URL=\"postgresql://ann@db/shop\" # here\r\n");
        for (String kept : List.of("1_first/migration.sql", "2_second/migration.sql", "2_second/notes.md")) {
            before.put("prisma/migrations-sqlite/" + kept, before.remove("prisma/migrations/" + kept));
        }
        before.put("prisma/migrations-sqlite/migration_lock.toml", LOCK.formatted("sqlite"));
        before.put("prisma/migrations/migration_lock.toml", LOCK.formatted("postgresql"));
        before.put("prisma/migrations/0_init/migration.sql", INITIAL);
        assertThat(files()).isEqualTo(before);
        assertThat(plan.initial()).isEqualTo(new AppliedMigration("0_init", DigestUtils.sha256Hex(INITIAL)));
        assertThat(plan.findings()).extracting(Problem::code).contains(ProblemCode.MIGRATIONS_SWITCHED);
        assertThat(plan.findings()).extracting(Problem::code).doesNotContain(ProblemCode.MIGRATIONS_LEFT_TO_USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void there_and_back_every_byte_is_what_it_was(String lineBreakOfTheDatabase) throws IOException {
        TargetMigrations home = applied(lineBreakOfTheDatabase);
        Map<String, String> before = files();

        project.switched(NONE);
        Map<String, String> there = files();
        project.switched(home);

        Map<String, String> back = files();
        assertThat(back.keySet().removeIf(name -> name.startsWith("prisma/migrations-postgresql/")))
                .isTrue();
        assertThat(back).isEqualTo(before);

        project.switched(applied(Map.of("0_init", INITIAL)));
        assertThat(files()).isEqualTo(there);
    }

    @Test
    void an_archive_never_takes_the_place_of_another_one() throws IOException {
        project.file("prisma/migrations-sqlite/0_init/migration.sql", "mine");

        project.switched(NONE);

        assertThat(files())
                .containsEntry("prisma/migrations-sqlite/0_init/migration.sql", "mine")
                .containsKey("prisma/migrations-sqlite-2/1_first/migration.sql");
    }

    @Test
    void of_several_archives_the_one_comes_back_that_the_target_was_made_by() throws IOException {
        for (String number : List.of("", "-2", "-10")) {
            project.file("prisma/migrations-postgresql" + number + "/1_a/migration.sql", "-- " + number)
                    .file("prisma/migrations-postgresql" + number + "/migration_lock.toml", "provider = 'postgresql'");
        }

        project.switched(applied(Map.of("1_a", "-- -2")));

        assertThat(files())
                .containsEntry("prisma/migrations/1_a/migration.sql", "-- -2")
                .containsEntry("prisma/migrations/migration_lock.toml", "provider = 'postgresql'")
                .containsKey("prisma/migrations-postgresql-10/1_a/migration.sql")
                .doesNotContainKey("prisma/migrations-postgresql-2/1_a/migration.sql");
    }

    @Test
    void the_newest_comes_back_where_nobody_could_ask_the_target() throws IOException {
        for (String number : List.of("", "-2", "-10")) {
            project.file("prisma/migrations-postgresql" + number + "/1_a/migration.sql", "-- " + number)
                    .file("prisma/migrations-postgresql" + number + "/migration_lock.toml", "provider = 'postgresql'");
        }

        project.switched(TargetMigrations.UNKNOWN);

        assertThat(files()).containsEntry("prisma/migrations/1_a/migration.sql", "-- -10");
    }

    @Test
    void what_the_target_was_made_by_and_is_nowhere_is_asked_for() throws IOException {
        Map<String, String> before = migrations();

        SwitchPlan plan = project.switched(applied(Map.of("1_elsewhere", "")));

        assertThat(migrations()).isEqualTo(before);
        assertThat(plan.initial()).isNull();
        assertThat(left(plan).why()).contains("1_elsewhere");
        assertThat(left(plan).remedy())
                .contains("Move " + folder.resolve("prisma/migrations") + " away", "npx prisma migrate status");
    }

    @Test
    void where_only_files_change_the_user_learns_what_is_left() {
        SwitchPlan plan = project.switched(new TargetMigrations(Optional.of(List.of()), Optional.of(INITIAL), false));

        assertThat(left(plan).remedy()).isEqualTo("npx prisma migrate resolve --applied 0_init");
        assertThat(left(plan).why()).contains("P3005");
    }

    @Test
    void a_schema_that_says_nothing_gives_no_first_migration() throws IOException {
        Map<String, String> before = migrations();

        SwitchPlan plan = project.switched(new TargetMigrations(Optional.of(List.of()), Optional.empty(), true));

        assertThat(left(plan).why()).isEqualTo("dbsync cannot say what the schema is on PostgreSQL");
        assertThat(migrations()).isEqualTo(before);
    }

    @Test
    void migrations_of_the_target_already_are_left_alone() throws IOException {
        project.file("prisma/migrations/migration_lock.toml", "provider = \"postgres\"\n");
        Map<String, String> before = migrations();

        assertThat(project.switched(NONE).initial()).isNull();

        assertThat(migrations()).isEqualTo(before);
    }

    @Test
    void a_project_without_migrations_gets_none() throws IOException {
        DurableFiles.delete(folder.resolve("prisma/migrations"));
        Files.createDirectory(folder.resolve("prisma/migrations"));

        assertThat(project.switched(NONE).initial()).isNull();

        assertThat(migrations()).isEmpty();
    }

    @Test
    void migrations_without_a_lock_are_those_of_the_schemas_provider() throws IOException {
        Files.delete(folder.resolve("prisma/migrations/migration_lock.toml"));

        project.switched(NONE);

        assertThat(files())
                .containsKey("prisma/migrations-sqlite/1_first/migration.sql")
                .containsEntry("prisma/migrations/migration_lock.toml", """
                        # Please do not edit this file manually
                        # It should be added in your version-control system (e.g., Git)
                        provider = "postgresql"
                        """);
    }

    @ParameterizedTest
    @CsvSource({"prisma.config.ts, db/mig, db/mig-sqlite", ".config/prisma.ts, ../db/mig, db/mig-sqlite"})
    void the_config_says_where_they_are(String config, String path, String archive) throws IOException {
        project.file(config, "export default { migrations: { path: '" + path + "' } }")
                .file("db/mig/1/migration.sql", "")
                .file("db/mig/migration_lock.toml", "provider = \"sqlite\"");

        project.switched(NONE);

        assertThat(files())
                .containsKeys(archive + "/1/migration.sql", "db/mig/0_init/migration.sql")
                .containsKey("prisma/migrations/1_first/migration.sql");
    }

    @Test
    void a_schema_of_several_files_has_them_in_its_folder() throws IOException {
        project.file("package.json", "{\"prisma\": {\"schema\": \"prisma\"}}");

        project.switched(NONE);

        assertThat(files()).containsKey("prisma/migrations-sqlite/1_first/migration.sql");
    }

    @Test
    void a_provider_that_is_none_of_both_refuses_and_nothing_changes() throws IOException {
        project.file("prisma/migrations/migration_lock.toml", "# x\nprovider = \"mysql\"\n");
        Map<String, String> before = files();

        assertThatThrownBy(() -> project.switched(NONE)).isInstanceOfSatisfying(DbSyncException.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(ProblemCode.MIGRATIONS_NOT_UNDERSTOOD);
            assertThat(refused.problem().where())
                    .isEqualTo(folder.resolve("prisma/migrations/migration_lock.toml") + ":2");
            assertThat(refused.problem().remedy()).contains("-Ddbsync.switch=false");
        });
        assertThat(files()).isEqualTo(before);
    }

    private Problem left(SwitchPlan plan) {
        return plan.findings().stream()
                .filter(finding -> finding.code() == ProblemCode.MIGRATIONS_LEFT_TO_USER)
                .findFirst()
                .orElseThrow();
    }

    /** What the SQLite file notes, as it was made on a system with other line breaks. */
    private TargetMigrations applied(String lineBreak) {
        return applied(Map.of(
                "1_first",
                        project.text("prisma/migrations/1_first/migration.sql").replace("\n", lineBreak),
                "2_second", project.text("prisma/migrations/2_second/migration.sql")));
    }

    private static TargetMigrations applied(Map<String, String> scripts) {
        List<AppliedMigration> applied = scripts.entrySet().stream()
                .map(script -> new AppliedMigration(script.getKey(), DigestUtils.sha256Hex(script.getValue())))
                .toList();
        return new TargetMigrations(Optional.of(applied), Optional.of(INITIAL), true);
    }

    private Map<String, String> migrations() throws IOException {
        Map<String, String> files = files();
        files.keySet().removeIf(name -> !name.startsWith("prisma/migrations"));
        return files;
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walked = Files.walk(folder)) {
            for (Path file : walked.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
