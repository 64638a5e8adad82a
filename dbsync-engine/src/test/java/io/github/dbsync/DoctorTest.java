package io.github.dbsync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.appconfig.EndsRequest;
import io.github.dbsync.doctor.Check;
import io.github.dbsync.doctor.Diagnosis;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.plan.Selection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a project lacks is told with its remedy, by the real git and real databases, and nothing is changed unasked. */
class DoctorTest {

    private final PostgresDatabase database = PostgresServers.major(15).createDatabase();

    @TempDir
    private Path folder;

    private Path sqlite;

    @BeforeEach
    void a_shop_in_a_work_tree() throws Exception {
        git("init", "--quiet");
        sqlite = folder.resolve("shop#1.db");
        Databases.run(sqlite, "CREATE TABLE item (id INTEGER PRIMARY KEY)");
        Files.writeString(folder.resolve(".env"), "SECRET=1\n");
        Files.writeString(folder.resolve(".env.example"), "SECRET=\n");
    }

    @Test
    void what_git_would_publish_is_named_and_nothing_is_changed() {
        Diagnosis diagnosis = examine(sqlite, false);

        assertThat(problems(diagnosis))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.PRIVATE_FILE_EXPOSED, ProblemCode.PRIVATE_FILE_EXPOSED);
        assertThat(diagnosis.text())
                .contains(".env is not ignored by git", "shop#1.db is not ignored by git", "-Ddbsync.fix")
                .contains("ok       source: SQLite", "ok       target: PostgreSQL")
                .doesNotContain(".env.example");
        assertThat(diagnosis.refusal()).isEmpty();
        assertThat(folder.resolve(".gitignore")).doesNotExist();
    }

    @Test
    void snapshots_hide_themselves_from_git_and_are_looked_at_all_the_same() throws IOException {
        Path script = Snapshots.of(sqlite);
        assertThat(examine(sqlite, false).text()).contains(script.getFileName() + " is ignored by git");
        Files.delete(script.resolveSibling(".gitignore"));
        assertThat(examine(sqlite, false).text()).contains(script.getFileName() + " is not ignored by git");
    }

    @Test
    void gitignore_is_given_what_it_lacks_and_its_own_lines_stay() throws IOException {
        Files.writeString(folder.resolve(".gitignore"), "# caf\u00e9\r\n*.env\r\n/target", UTF_8);

        Diagnosis diagnosis = examine(sqlite, true);

        assertThat(problems(diagnosis)).isEmpty();
        assertThat(Files.readString(folder.resolve(".gitignore"), UTF_8))
                .isEqualTo("# caf\u00e9\r\n*.env\r\n/target\r\n/shop\\#1.db\r\n");
        assertThat(examine(sqlite, true).repaired()).isEmpty();
    }

    @Test
    void what_is_under_version_control_already_is_left_to_the_user() throws Exception {
        git("add", ".env");

        Diagnosis diagnosis = examine(sqlite, true);

        assertThat(problems(diagnosis))
                .singleElement()
                .satisfies(problem -> assertThat(problem.remedy()).startsWith("git rm --cached .env"));
        assertThat(folder.resolve(".gitignore")).hasContent("/shop\\#1.db");
    }

    @Test
    void a_source_that_is_not_there_keeps_a_sync_from_running() {
        assertThat(examine(folder.resolve("nowhere.db"), false).refusal())
                .map(Problem::code)
                .contains(ProblemCode.SQLITE_FILE_MISSING);
    }

    @Test
    void a_target_file_that_is_not_there_yet_is_none_to_worry_about() {
        EndsRequest request = Syncs.request("postgresql", folder.resolve("new.db"), Syncs.url(database), Selection.ALL)
                .ends();

        Diagnosis diagnosis = Syncs.agreed(database).doctor(request, false);

        assertThat(diagnosis.refusal()).isEmpty();
        assertThat(diagnosis.text()).contains("which the first sync makes");
    }

    private Diagnosis examine(Path file, boolean repairs) {
        return Syncs.agreed(database)
                .doctor(
                        Syncs.request("sqlite", file, Syncs.url(database), Selection.ALL)
                                .ends(),
                        repairs);
    }

    /** All but what is said of the switch, which these projects leave to the user. */
    private static List<Problem> problems(Diagnosis diagnosis) {
        List<Problem> problems = new ArrayList<>();
        for (Check check : diagnosis.checks()) {
            @Nullable Problem problem = check.problem();
            if (problem != null && problem.code() != ProblemCode.SWITCH_LEFT_TO_USER) {
                problems.add(problem);
            }
        }
        return problems;
    }

    private void git(String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("git", "-C", Objects.toString(folder)));
        line.addAll(List.of(command));
        assertThat(new ProcessBuilder(line).inheritIO().start().waitFor()).isZero();
    }
}
