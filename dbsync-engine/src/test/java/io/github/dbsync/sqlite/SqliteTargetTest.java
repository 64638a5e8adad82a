package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.memory.Memory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a new file takes the place of the old one, or does not. */
class SqliteTargetTest {

    private static final Statement TABLE = new Statement("CREATE TABLE fresh (x)", "table");

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("app.db");
    }

    @Test
    void a_file_that_is_not_there_is_an_empty_catalog_and_is_made_at_commit() {
        try (Target target = target()) {
            assertThat(target.catalog().tables()).isEmpty();
            target.begin(Map.of());
            target.execute(TABLE);
            assertThat(file).doesNotExist();
            target.commit();
        }

        assertThat(tables()).containsExactly("fresh");
        assertThat(Databases.digests(folder)).containsOnlyKeys("app.db");
    }

    @Test
    void the_old_content_stays_until_commit() {
        old();
        try (Target target = target()) {
            assertThat(target.countRows(target.catalog().tables().get(0))).isEqualTo(1);
            target.begin(Map.of());
            target.execute(TABLE);
            assertThat(tables()).containsExactly("old");
            target.commit();
            assertThat(tables()).containsExactly("fresh");
        }
    }

    @Test
    void without_commit_everything_is_as_before() {
        old("PRAGMA journal_mode = WAL");
        Map<String, String> before = Databases.digests(folder);

        try (Target target = target()) {
            target.begin(Map.of());
            target.execute(TABLE);
        }

        assertThat(Databases.digests(folder)).isEqualTo(before);
    }

    @Test
    void settings_are_taken_over_and_nothing_lies_beside_the_new_file() {
        old("PRAGMA journal_mode = WAL");
        try (Target target = target()) {
            target.begin(Map.of(
                    "page_size", "8192",
                    "encoding", "UTF-16be",
                    "auto_vacuum", "2",
                    "user_version", "-7",
                    "application_id", "99",
                    "journal_mode", "wal"));
            target.execute(TABLE);
            target.commit();
        }

        assertThat(Databases.digests(folder)).containsOnlyKeys("app.db");
        assertThat(pragma("page_size")).isEqualTo("8192");
        assertThat(pragma("encoding")).isEqualTo("UTF-16be");
        assertThat(pragma("auto_vacuum")).isEqualTo("2");
        assertThat(pragma("user_version")).isEqualTo("-7");
        assertThat(pragma("application_id")).isEqualTo("99");
        assertThat(pragma("journal_mode")).isEqualTo("wal");
    }

    @Test
    void a_log_of_the_old_file_never_lies_beside_the_new_one() throws Exception {
        Path live = folder.resolve("live.db");
        try (Connection writer = Databases.connect(live)) {
            Databases.execute(
                    writer, "PRAGMA journal_mode = WAL", "PRAGMA wal_autocheckpoint = 0", "CREATE TABLE old (x)");
            Files.copy(live, file);
            Files.copy(folder.resolve("live.db-wal"), folder.resolve("app.db-wal"));
        }
        Files.delete(live);

        replace();

        assertThat(Databases.digests(folder)).containsOnlyKeys("app.db");
        assertThat(tables()).containsExactly("fresh");
    }

    @Test
    void another_writer_is_refused_at_the_beginning() throws Exception {
        old();
        try (Connection writer = Databases.connect(file)) {
            Databases.execute(writer, "BEGIN IMMEDIATE");

            assertThat(refusal(this::replace)).isEqualTo(ProblemCode.SQLITE_LOCKED);
        }
        assertThat(tables()).containsExactly("old");
        assertThat(Databases.digests(folder)).containsOnlyKeys("app.db");
    }

    @Test
    void a_reader_in_the_middle_is_refused_at_commit() throws Exception {
        old();
        try (Connection reader = Databases.connect(file);
                Target target = target()) {
            target.begin(Map.of());
            target.execute(TABLE);
            Databases.execute(reader, "BEGIN", "SELECT * FROM old");

            assertThat(refusal(target::commit)).isEqualTo(ProblemCode.SQLITE_LOCKED);
        }
        assertThat(tables()).containsExactly("old");
    }

    @Test
    void a_connection_to_a_file_in_wal_mode_is_refused_at_commit_and_the_file_stays_in_wal_mode() throws Exception {
        old("PRAGMA journal_mode = WAL");
        try (Connection idle = Databases.connect(file)) {
            Databases.query(idle, "SELECT * FROM old");

            assertThat(refusal(this::replace)).isEqualTo(ProblemCode.SQLITE_LOCKED);
        }
        assertThat(tables()).containsExactly("old");
        assertThat(pragma("journal_mode")).isEqualTo("wal");
    }

    @Test
    void nobody_writes_the_old_file_while_the_new_one_is_built() throws Exception {
        old();
        try (Target target = target();
                Connection writer = Databases.connect(file)) {
            target.begin(Map.of());
            Databases.execute(writer, "PRAGMA busy_timeout = 1");

            assertThatThrownBy(() -> Databases.execute(writer, "INSERT INTO old VALUES (2)"))
                    .hasMessageContaining("SQLITE_BUSY");
        }
    }

    @Test
    void a_second_sync_is_refused() {
        old();
        try (Target first = target();
                Target second = target()) {
            first.begin(Map.of());

            assertThat(refusal(() -> second.begin(Map.of()))).isEqualTo(ProblemCode.ALREADY_RUNNING);

            first.execute(TABLE);
            first.commit();
        }
        assertThat(tables()).containsExactly("fresh");
        assertThat(Databases.digests(folder)).containsOnlyKeys("app.db");
    }

    @Test
    void leftovers_of_a_killed_run_are_no_obstacle() throws IOException {
        old();
        Files.writeString(folder.resolve("app.db.dbsync-new"), "half a database");
        Files.writeString(folder.resolve("app.db.dbsync-new-journal"), "half a journal");
        Files.writeString(folder.resolve("app.db.dbsync-lock"), "");

        replace();

        assertThat(tables()).containsExactly("fresh");
        assertThat(Databases.digests(folder)).containsOnlyKeys("app.db");
    }

    @Test
    void permissions_and_symbolic_links_stay() throws IOException {
        old();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.db"), file);
        try (Target target = SqliteTarget.open(new SqliteFile(link))) {
            target.begin(Map.of());
            target.execute(TABLE);
            target.commit();
        }

        assertThat(Files.isSymbolicLink(link)).isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
        assertThat(tables()).containsExactly("fresh");
    }

    @Test
    void a_folder_that_is_not_there_is_refused() {
        file = folder.resolve("missing").resolve("app.db");

        assertThat(refusal(this::replace)).isEqualTo(ProblemCode.SQLITE_FOLDER_NOT_WRITABLE);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void orphans_are_found_before_they_are_visible() {
        old();
        try (Target target = target()) {
            target.begin(Map.of());
            target.execute(new Statement("CREATE TABLE p (id INTEGER PRIMARY KEY)", ""));
            target.execute(new Statement("CREATE TABLE c (p INT REFERENCES p)", ""));
            target.execute(new Statement("INSERT INTO c VALUES (1)", ""));

            assertThat(refusal(target::commit)).isEqualTo(ProblemCode.ORPHAN_ROWS);
        }
        assertThat(tables()).containsExactly("old");
    }

    @Test
    void what_is_written_after_the_proof_has_begun_is_proven_too() {
        old();
        try (Target target = target()) {
            target.begin(Map.of());
            target.execute(new Statement("CREATE TABLE t (a INT CHECK (a > 0))", ""));
            target.beginProof();
            target.execute(new Statement("PRAGMA ignore_check_constraints = ON", ""));
            target.execute(new Statement("INSERT INTO t VALUES (-1)", ""));
            target.execute(new Statement("PRAGMA ignore_check_constraints = OFF", ""));

            assertThat(refusal(target::commit)).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
        }
        assertThat(tables()).containsExactly("old");
    }

    @Test
    void an_interrupt_of_the_proof_leaves_the_old_content() {
        old();
        try (Target target = target()) {
            target.begin(Map.of());
            target.execute(TABLE);
            target.beginProof();
            Thread.currentThread().interrupt();

            assertThat(refusal(target::commit)).isEqualTo(ProblemCode.INTERRUPTED);
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(tables()).containsExactly("old");
    }

    @Test
    void a_proof_can_be_given_up() {
        old();
        try (Target target = target()) {
            target.begin(Map.of());
            target.execute(TABLE);
            target.beginProof();
        }
        assertThat(tables()).containsExactly("old");
    }

    @Test
    void what_is_written_is_read_back_before_commit_and_more_can_follow() {
        try (Target target = target()) {
            target.begin(Map.of());
            target.execute(TABLE);
            try (Source written = target.written()) {
                assertThat(written.catalog().tables()).hasSize(1);
            }
            target.remember(memory(1));
            try (Source written = target.written()) {
                assertThat(written.memory()).contains(memory(1));
            }
            target.commit();
        }

        try (Source source = SqliteSource.open(new SqliteFile(file))) {
            assertThat(source.memory()).contains(memory(1));
            assertThat(source.catalog().others()).isEmpty();
        }
    }

    @Test
    void a_great_memory_is_readable_with_the_limits_of_every_driver() {
        try (Target target = target()) {
            target.begin(Map.of());
            target.execute(TABLE);
            target.remember(memory(20_000));
            target.commit();
        }

        assertThat(Databases.query(file, "SELECT max(length(sql)) < 900000 FROM sqlite_schema"))
                .containsExactly("1");
        assertThat(tables()).containsExactly("fresh");
        try (Source source = SqliteSource.open(new SqliteFile(file))) {
            assertThat(source.memory()).contains(memory(20_000));
        }
    }

    @Test
    void an_empty_memory_leaves_no_trace() {
        try (Target target = target()) {
            target.begin(Map.of());
            target.execute(TABLE);
            target.remember(memory(20_000));
            target.remember(new Memory("postgresql", List.of(), List.of(), List.of(), List.of(), List.of(), Map.of()));
            target.commit();
        }

        assertThat(Databases.query(file, "SELECT name FROM sqlite_schema")).containsExactly("fresh");
    }

    private static Memory memory(int objects) {
        List<OtherObject> others = IntStream.range(0, objects)
                .mapToObj(i -> new OtherObject("view", QualifiedName.of("it's 😀 " + i), null, "SELECT 'x' -- \n" + i))
                .toList();
        return new Memory("postgresql", List.of(), List.of(), List.of(), others, List.of(), Map.of());
    }

    private void old(String... statements) {
        Databases.make(file, statements);
        Databases.make(file, "CREATE TABLE old (x)", "INSERT INTO old VALUES (1)");
    }

    private Target target() {
        return SqliteTarget.open(new SqliteFile(file));
    }

    private void replace() {
        try (Target target = target()) {
            target.begin(Map.of());
            target.execute(TABLE);
            target.commit();
        }
    }

    private static ProblemCode refusal(Runnable action) {
        return catchThrowableOfType(DbSyncException.class, action::run)
                .problem()
                .code();
    }

    private List<String> tables() {
        return Databases.query(file, "SELECT name FROM sqlite_schema WHERE type = 'table'");
    }

    private String pragma(String name) {
        return Databases.query(file, "PRAGMA " + name).get(0);
    }
}
