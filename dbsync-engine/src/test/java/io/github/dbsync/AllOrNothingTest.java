package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.embedded.DisposableServer;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.feedback.Progress;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.proposal.Proposal;
import io.github.dbsync.report.Outcome;
import io.github.dbsync.report.SyncReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever goes wrong, the user is told what helps, and both ends are as they were. */
class AllOrNothingTest {

    private static final String ITEMS = "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT NOT NULL);";
    private static final String ROWS = "INSERT INTO item WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
            + " WHERE i < 10000) SELECT i, 'item ' || i FROM n;";

    @TempDir
    private Path folder;

    private Path sqlite;
    private PostgresDatabase database;

    @BeforeEach
    void makeBothEnds() throws SQLException {
        sqlite = folder.resolve("app.db");
        Databases.run(sqlite, ITEMS + ROWS);
        database = PostgresServers.major(15).createDatabase();
        Databases.run(database, ITEMS + "INSERT INTO item VALUES (1, 'old')");
    }

    @Test
    void nobody_agreed() throws Exception {
        Problem problem = failure("sqlite", new Answer(false), Progress.SILENT);
        assertThat(problem.code()).isEqualTo(ProblemCode.NOT_CONFIRMED);
        assertThat(problem.remedy()).contains("-Ddbsync.yes");
        assertDatabaseIsOld();
    }

    @Test
    void a_plan_changes_nothing_and_asks_nobody() throws Exception {
        String before = DigestUtils.sha256Hex(Files.readAllBytes(sqlite));
        SyncReport report = dbSync(new Answer(false), Progress.SILENT).plan(request("sqlite"));
        assertThat(report.outcome()).isEqualTo(Outcome.PLANNED);
        assertThat(report.plan()).isNotNull();
        assertThat(DigestUtils.sha256Hex(Files.readAllBytes(sqlite))).isEqualTo(before);
        assertDatabaseIsOld();
    }

    @Test
    void a_value_does_not_fit() throws Exception {
        Databases.run(sqlite, "UPDATE item SET name = 'a' || char(0) || 'b' WHERE id = 7777");
        Problem problem = failure("sqlite", new Answer(true), Progress.SILENT);
        assertThat(problem.code()).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
        assertThat(problem.where()).contains("item", "name", "7777");
        assertDatabaseIsOld();
    }

    @Test
    void the_server_dies_in_the_middle() throws Exception {
        try (DisposableServer server = PostgresServers.start(15)) {
            database = server.createDatabase();
            Problem problem = failure("sqlite", new Answer(true), new AtFirstRows(server::kill));
            assertThat(problem.code()).isEqualTo(ProblemCode.POSTGRES_CONNECTION_LOST);
            assertThat(problem.text())
                    .doesNotContain(
                            database.password() == null
                                    ? "?"
                                    : database.password().reveal());
        }
    }

    @Test
    void somebody_interrupts() throws Exception {
        Problem problem = failure(
                "sqlite",
                new Answer(true),
                new AtFirstRows(() -> Thread.currentThread().interrupt()));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(problem.code()).isEqualTo(ProblemCode.INTERRUPTED);
        assertDatabaseIsOld();
    }

    @Test
    void somebody_interrupts_the_look_at_every_value() throws Exception {
        Problem problem = failure("sqlite", new Answer(true), new InterruptsAt("plan"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(problem.code()).isEqualTo(ProblemCode.INTERRUPTED);
        assertDatabaseIsOld();
    }

    @Test
    void somebody_interrupts_the_verification_of_a_sqlite_file() throws Exception {
        String before = DigestUtils.sha256Hex(Files.readAllBytes(sqlite));
        Problem problem = failure("postgresql", new Answer(true), new InterruptsAt("verify"));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(problem.code()).isEqualTo(ProblemCode.INTERRUPTED);
        assertThat(DigestUtils.sha256Hex(Files.readAllBytes(sqlite))).isEqualTo(before);
    }

    @Test
    void a_second_sync_into_postgresql_is_told_to_wait() throws Exception {
        Problem[] second = new Problem[1];
        Progress atFirstRows = new AtFirstRows(() -> second[0] = failure("sqlite", new Answer(true), Progress.SILENT));
        dbSync(new Answer(true), atFirstRows).sync(request("sqlite"));
        assertThat(second[0].code()).isEqualTo(ProblemCode.ALREADY_RUNNING);
        assertThat(rows(database)).isEqualTo("10000");
    }

    @Test
    void a_second_sync_into_sqlite_is_told_to_wait() throws Exception {
        Problem[] second = new Problem[1];
        Progress atFirstRows =
                new AtFirstRows(() -> second[0] = failure("postgresql", new Answer(true), Progress.SILENT));
        dbSync(new Answer(true), atFirstRows).sync(request("postgresql"));
        assertThat(second[0].code()).isEqualTo(ProblemCode.ALREADY_RUNNING);
    }

    @Test
    void the_target_file_is_being_written() throws Exception {
        String before = DigestUtils.sha256Hex(Files.readAllBytes(sqlite));
        try (Connection writer = Databases.connect(sqlite);
                Statement statement = writer.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            Problem problem = failure("postgresql", new Answer(true), Progress.SILENT);
            assertThat(problem.code()).isEqualTo(ProblemCode.SQLITE_LOCKED);
            statement.execute("ROLLBACK");
        }
        assertThat(DigestUtils.sha256Hex(Files.readAllBytes(sqlite))).isEqualTo(before);
    }

    private Problem failure(String from, Confirmation confirmation, Progress progress) {
        DbSyncException exception = catchThrowableOfType(
                DbSyncException.class, () -> dbSync(confirmation, progress).sync(request(from)));
        assertThat(exception).isNotNull();
        assertThat(exception.problem().remedy()).isNotBlank();
        return exception.problem();
    }

    private DbSync dbSync(Confirmation confirmation, Progress progress) {
        return new DbSync(confirmation, progress, where -> database);
    }

    private SyncRequest request(String from) {
        return Syncs.request(from, sqlite, Syncs.url(database), Selection.ALL);
    }

    private void assertDatabaseIsOld() throws SQLException {
        assertThat(rows(database)).isEqualTo("1");
    }

    private static String rows(PostgresDatabase database) throws SQLException {
        return Databases.query(database, "SELECT count(*) FROM item").get(0);
    }

    private record Answer(boolean yes) implements Confirmation {
        @Override
        public void show(Proposal proposal) {}

        @Override
        public boolean agree(Proposal proposal) {
            return yes;
        }
    }

    /** Does something once, when the first rows have been written. */
    private static final class AtFirstRows implements Progress {

        private final Runnable action;
        private boolean done;

        AtFirstRows(Runnable action) {
            this.action = action;
        }

        @Override
        public void stage(String stage) {}

        @Override
        public void rows(String table, long rows, long total) {
            if (!done) {
                done = true;
                action.run();
            }
        }
    }

    /** Interrupts the thread at work when a stage begins. */
    private record InterruptsAt(String interrupted) implements Progress {
        @Override
        public void stage(String stage) {
            if (stage.equals(interrupted)) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void rows(String table, long done, long total) {}
    }
}
