package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.doctor.Diagnosis;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.report.SwitchReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The doctor notices migrations that Prisma would refuse, and the command that it names helps. */
class MigrationsOfAnotherProviderTest {

    private final PostgresDatabase database = PostgresServers.major(15).createDatabase();

    @TempDir
    private Path folder;

    @BeforeEach
    void provider_changed_by_hand() throws Exception {
        Databases.run(folder.resolve("dev.db"), "CREATE TABLE \"Item\" (id INTEGER PRIMARY KEY)");
        write("prisma/schema.prisma", """
                datasource db {
                  provider = "postgresql"
                  url      = env("DATABASE_URL")
                }
                model Item {
                  id Int @id @default(autoincrement())
                }
                """);
        write(".env", "DATABASE_URL=" + Syncs.url(database) + "\n");
        write(".env.sqlite", "DATABASE_URL=file:../dev.db\n");
        write("prisma/migrations/1_first/migration.sql", "CREATE TABLE \"Item\" (id INTEGER PRIMARY KEY);\n");
        write("prisma/migrations/migration_lock.toml", "provider = \"sqlite\"\n");
    }

    @Test
    void the_doctor_names_the_command_that_helps() throws IOException {
        Problem found = problem(ProblemCode.MIGRATIONS_OF_ANOTHER_PROVIDER);
        assertThat(found.where()).endsWith("migration_lock.toml:1");
        assertThat(found.why()).contains("P3019");
        assertThat(found.remedy()).contains(":switch -Ddbsync.to=postgresql");

        SwitchReport done = agreed().switchApplication(request("postgresql"));

        assertThat(done.text()).contains("npx prisma migrate resolve --applied 0_init");
        assertThat(folder.resolve("prisma/migrations-sqlite/1_first/migration.sql"))
                .exists();
        assertThat(folder.resolve("prisma/migrations/0_init/migration.sql"))
                .content()
                .contains("CREATE TABLE \"Item\" (", "ALTER TABLE ONLY \"Item\" ADD CONSTRAINT \"Item_pkey\"")
                .doesNotContain("setval", "public");
        assertThat(problems()).extracting(Problem::code).doesNotContain(ProblemCode.MIGRATIONS_OF_ANOTHER_PROVIDER);
    }

    @Test
    void a_provider_that_is_none_of_both_is_a_finding_of_the_doctor_too() throws IOException {
        write("prisma/migrations/migration_lock.toml", "provider = \"mysql\"\n");

        assertThat(problem(ProblemCode.MIGRATIONS_NOT_UNDERSTOOD).what()).contains("\"mysql\"");
    }

    private Problem problem(ProblemCode code) {
        return problems().stream()
                .filter(problem -> problem.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private List<Problem> problems() {
        Diagnosis diagnosis = agreed().doctor(request(null), false);
        return diagnosis.checks().stream()
                .map(check -> check.problem())
                .filter(Objects::nonNull)
                .toList();
    }

    private DbSync agreed() {
        return Syncs.agreed(database);
    }

    private EndsRequest request(@Nullable String to) {
        return new EndsRequest(folder, null, to, null, null, null, Map.of());
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }
}
