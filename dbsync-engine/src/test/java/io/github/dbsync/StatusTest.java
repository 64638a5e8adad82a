package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.report.LastSync.SyncedTable;
import io.github.dbsync.report.SyncReport;
import io.github.dbsync.status.Status;
import io.github.dbsync.status.Status.TableStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user is told of both ends, while neither is changed. */
class StatusTest {

    private final PostgresDatabase database = PostgresServers.major(15).createDatabase();

    @TempDir
    private Path folder;

    private Path sqlite;

    @BeforeEach
    void a_shop() throws SQLException {
        sqlite = folder.resolve("shop.db");
        Databases.run(sqlite, """
                CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT);
                CREATE TABLE price (item INTEGER, amount REAL);
                INSERT INTO item VALUES (1, 'pen'), (2, 'ink');
                INSERT INTO price VALUES (1, 0.5)""");
    }

    @Test
    void rows_that_only_one_side_has_are_told_apart() throws SQLException {
        Databases.run(database, "CREATE TABLE item (id bigint); INSERT INTO item VALUES (1), (2); CREATE TABLE old ()");

        Status status = status(sqlite);

        assertThat(status.tables())
                .containsExactly(
                        new TableStatus("public.item", 2L, 2L),
                        new TableStatus("public.old", null, 0L),
                        new TableStatus("public.price", 1L, null));
        assertThat(status.text()).contains("2 of 3 tables differ");
        assertThat(status.lastSync()).isEmpty();
    }

    @Test
    void after_a_sync_both_sides_have_the_same_rows_and_the_sync_is_known() {
        SyncReport report = Syncs.toPostgres(sqlite, database);

        Status status = status(sqlite);

        assertThat(status.tables()).isNotEmpty().allMatch(TableStatus::hasSameCount);
        assertThat(status.text())
                .contains("Every table has as many rows on both sides", "verified by digest")
                .contains(status.source().version(), status.target().version());
        assertThat(status.lastSync()).hasValueSatisfying(last -> {
            assertThat(last.started()).isEqualTo(report.started());
            assertThat(last.text()).contains(report.source(), report.target(), "verified by digest");
            assertThat(last.tables()).extracting(SyncedTable::target).containsExactly("public.item", "public.price");
            assertThat(last.tables()).extracting(SyncedTable::rows).containsExactly(2L, 1L);
        });
        assertThat(folder.resolve(".dbsync/.gitignore")).hasContent("*");
    }

    @Test
    void an_embedded_server_has_the_same_names() {
        Syncs.toPostgres(sqlite, database);

        Status status = Syncs.agreed(database)
                .status(Syncs.request("sqlite", sqlite, "embedded", Selection.ALL)
                        .ends());

        assertThat(status.tables()).isNotEmpty().allMatch(TableStatus::hasSameCount);
    }

    @Test
    void a_damaged_note_of_the_last_sync_is_none() throws Exception {
        Syncs.toPostgres(sqlite, database);
        Files.writeString(folder.resolve(".dbsync/last-sync.json"), "{\"started\": \"yest");

        assertThat(status(sqlite).lastSync()).isEmpty();
    }

    @Test
    void an_end_that_is_not_there_is_shown_and_fails_nothing() {
        Status status = status(folder.resolve("nowhere.db"));

        assertThat(status.source().isReached()).isFalse();
        assertThat(status.source().obstacle())
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.SQLITE_FILE_MISSING));
        assertThat(status.target().isReached()).isTrue();
        assertThat(status.text()).contains("not reached", "cannot be compared");
    }

    private Status status(Path file) {
        return Syncs.agreed(database)
                .status(Syncs.request("sqlite", file, Syncs.url(database), Selection.ALL)
                        .ends());
    }
}
