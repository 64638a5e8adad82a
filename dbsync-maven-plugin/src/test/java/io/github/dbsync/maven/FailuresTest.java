package io.github.dbsync.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailuresTest {

    private final RecordingLog log = new RecordingLog();
    private final Failures failures = new Failures(log);

    @Test
    void a_known_problem_fails_the_build_with_its_own_text() {
        Problem problem = Problem.refusal(ProblemCode.SQLITE_FILE_MISSING, "No file.", "here", "", "Create it.");

        assertThatThrownBy(() -> failures.raise(new DbSyncException(problem, new IllegalStateException("inside"))))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage(problem.text())
                .hasNoCause();
    }

    @Test
    void an_unknown_failure_asks_for_a_report_and_shows_its_details_with_X_only() {
        assertThatThrownBy(() -> failures.raise(new IllegalStateException("no url postgresql://me:hush@host/db")))
                .isInstanceOf(MojoExecutionException.class)
                .hasMessageContaining("DBSYNC-999")
                .hasMessageContaining("Run again with -X")
                .hasMessageContaining("postgresql://me:***@host/db")
                .hasNoCause();
        assertThat(log.lines()).singleElement().asString().startsWith("DEBUG java.lang.IllegalStateException");
        assertThat(log.lines()).noneMatch(line -> line.contains("hush"));
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://me:hush@host:5432/db, postgresql://me:***@host:5432/db",
        "jdbc:postgresql://host/db?user=me&password=hush&ssl=true, jdbc:postgresql://host/db?user=me&password=***&ssl=true",
        "{user=me; Password = hush}, {user=me; Password = ***",
        "nothing secret at 10:30, nothing secret at 10:30"
    })
    void masks_every_password(String text, String masked) {
        assertThat(Failures.masked(text)).startsWith(masked).doesNotContain("hush");
    }
}
