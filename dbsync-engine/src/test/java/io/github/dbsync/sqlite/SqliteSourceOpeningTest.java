package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.rules.ColumnRules;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.Random;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a source is opened, refused, and left exactly as it was. */
class SqliteSourceOpeningTest {

    private static final String[] SMALL = {"CREATE TABLE t (x)", "INSERT INTO t VALUES (1), (2)"};

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("a #1%?.db");
    }

    @Test
    void a_missing_file_is_refused_and_not_created() {
        Problem problem = refusal();

        assertThat(problem.code()).isEqualTo(ProblemCode.SQLITE_FILE_MISSING);
        assertThat(problem.remedy()).contains("-Ddbsync.sqlite=");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_folder_is_refused() throws IOException {
        Files.createDirectory(file);

        assertThat(refusal().code()).isEqualTo(ProblemCode.SQLITE_FILE_IS_FOLDER);
    }

    @Test
    void a_text_file_is_not_a_database() throws IOException {
        Files.writeString(file, "no database, whatever its name says\n".repeat(200));

        assertThat(refusal().code()).isEqualTo(ProblemCode.SQLITE_NOT_A_DATABASE);
    }

    @Test
    void random_bytes_look_encrypted() throws IOException {
        byte[] random = new byte[8192];
        new Random(1).nextBytes(random);
        Files.write(file, random);

        assertThat(refusal().code()).isEqualTo(ProblemCode.SQLITE_ENCRYPTED);
    }

    @Test
    void a_truncated_file_is_corrupt() throws IOException {
        make(file, "CREATE TABLE t (x)", "INSERT INTO t VALUES (zeroblob(100000))");
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(content.length() / 2);
        }

        assertThat(refusal().code()).isEqualTo(ProblemCode.SQLITE_CORRUPT);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, 436f7465, e9", "UTF-16le, 43006f0074006500, 00d84100"})
    void a_definition_that_is_no_text_is_refused(String encoding, String text, String noText) throws Exception {
        make(
                file,
                "PRAGMA encoding = '" + encoding + "'",
                "CREATE TABLE fine (x DEFAULT 'Cot\u00e9\ufffd')",
                "CREATE TABLE t (x DEFAULT 'Cote')");
        try (Source source = SqliteSource.open(new SqliteFile(file))) {
            assertThat(source.catalog().tables()).hasSize(2);
        }
        try (Connection other = Databases.connect(file)) {
            Databases.execute(
                    other,
                    "PRAGMA writable_schema = ON",
                    "UPDATE sqlite_schema SET sql = CAST(unhex(replace(lower(hex(CAST(sql AS BLOB))), '" + text + "', '"
                            + text + noText + "')) AS TEXT) WHERE name = 't'");
        }

        Problem problem = refusal();
        assertThat(problem.code()).isEqualTo(ProblemCode.SQLITE_DEFINITION_NOT_TEXT);
        assertThat(problem.where()).isEqualTo("table t in " + file);
        assertThat(problem.remedy()).contains("sqlite3 '" + file + "' .schema");
        try (Target target = SqliteTarget.open(new SqliteFile(file))) {
            assertThat(target.catalog().tables()).hasSize(2);
        }
    }

    @Test
    void a_damaged_page_is_found_by_the_census() throws IOException {
        make(file, "CREATE TABLE t (x)", "INSERT INTO t VALUES (1)");
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.seek(content.length() - 4096);
            content.write(new byte[] {77, 1, 2, 3, 4, 5, 6, 7});
        }

        try (Source source = SqliteSource.open(new SqliteFile(file))) {
            Table table = Databases.table(source, "t");
            DbSyncException refused =
                    catchThrowableOfType(DbSyncException.class, () -> source.census(table, false, ColumnRules.NONE));
            assertThat(refused.problem().code()).isEqualTo(ProblemCode.SQLITE_CORRUPT);
        }
    }

    @Test
    void a_file_locked_by_a_writer_is_refused() throws Exception {
        file = folder.resolve("locked.db");
        make(file, SMALL);
        try (Connection writer = Databases.connect(file)) {
            Databases.execute(writer, "BEGIN EXCLUSIVE");

            assertThat(refusal().code()).isEqualTo(ProblemCode.SQLITE_LOCKED);
        }
    }

    @Test
    void an_interrupted_transaction_must_be_recovered_first() throws Exception {
        file = folder.resolve("hot.db");
        Path live = folder.resolve("live.db");
        make(live, "CREATE TABLE t (x)", "INSERT INTO t VALUES (zeroblob(100000))");
        try (Connection writer = Databases.connect(live)) {
            Databases.execute(writer, "PRAGMA cache_size = 1", "BEGIN", "UPDATE t SET x = randomblob(500000)");
            Files.copy(live, file);
            Files.copy(folder.resolve("live.db-journal"), folder.resolve("hot.db-journal"));
        }
        Map<String, String> before = Databases.digests(folder);

        assertThat(refusal().code()).isEqualTo(ProblemCode.SQLITE_NEEDS_RECOVERY);
        assertThat(Databases.digests(folder)).isEqualTo(before);
    }

    @Test
    void an_empty_file_is_an_empty_database() throws IOException {
        Files.createFile(file);

        try (Source source = SqliteSource.open(new SqliteFile(file))) {
            assertThat(source.catalog().tables()).isEmpty();
        }
        assertThat(Files.size(file)).isZero();
    }

    @Test
    void nothing_is_left_beside_a_file_in_wal_mode_that_nobody_uses() {
        file = folder.resolve("wal.db");
        make(file, "PRAGMA journal_mode = WAL", SMALL[0], SMALL[1]);
        Map<String, String> before = Databases.digests(folder);

        readAll();

        assertThat(before).containsOnlyKeys("wal.db");
        assertThat(Databases.digests(folder)).isEqualTo(before);
    }

    @Test
    void a_log_that_another_connection_has_not_written_back_yet_is_read_and_left() throws Exception {
        file = folder.resolve("wal.db");
        try (Connection other = Databases.connect(file)) {
            Databases.execute(other, "PRAGMA journal_mode = WAL", "PRAGMA wal_autocheckpoint = 0", SMALL[0], SMALL[1]);
            String database = sha(file);
            String log = sha(folder.resolve("wal.db-wal"));

            assertThat(readAll()).isEqualTo(2);

            assertThat(sha(file)).isEqualTo(database);
            assertThat(sha(folder.resolve("wal.db-wal"))).isEqualTo(log);
        }
    }

    @Test
    void a_log_that_a_crash_has_left_is_read_and_left() throws Exception {
        Path live = folder.resolve("live.db");
        file = folder.resolve("crashed.db");
        try (Connection other = Databases.connect(live)) {
            Databases.execute(other, "PRAGMA journal_mode = WAL", "PRAGMA wal_autocheckpoint = 0", SMALL[0], SMALL[1]);
            Files.copy(live, file);
            Files.copy(folder.resolve("live.db-wal"), folder.resolve("crashed.db-wal"));
        }
        String database = sha(file);
        String log = sha(folder.resolve("crashed.db-wal"));

        assertThat(readAll()).isEqualTo(2);

        assertThat(sha(file)).isEqualTo(database);
        assertThat(sha(folder.resolve("crashed.db-wal"))).isEqualTo(log);
        assertThat(folder.resolve("crashed.db-shm")).exists();
    }

    @Test
    void a_source_sees_one_moment() throws Exception {
        file = folder.resolve("wal.db");
        make(file, "PRAGMA journal_mode = WAL", SMALL[0], SMALL[1]);
        try (Source source = SqliteSource.open(new SqliteFile(file));
                Connection writer = Databases.connect(file)) {
            Databases.execute(writer, "INSERT INTO t VALUES (3)");

            assertThat(source.countRows(Databases.table(source, "t"))).isEqualTo(2);
        }
        assertThat(Databases.query(file, "SELECT count(*) FROM t")).containsExactly("3");
    }

    @Test
    void all_connections_of_a_source_see_that_moment() throws Exception {
        file = folder.resolve("wal.db");
        make(file, "PRAGMA journal_mode = WAL", SMALL[0], SMALL[1]);
        try (SqliteSnapshot snapshot = SqliteSnapshot.open(file);
                Connection writer = Databases.connect(file)) {
            Databases.execute(writer, "INSERT INTO t VALUES (3)");

            assertThat(snapshot.connections())
                    .isNotEmpty()
                    .allMatch(connection -> connection.number("SELECT count(*) FROM t") == 2);
        }
    }

    private long readAll() {
        try (Source source = SqliteSource.open(new SqliteFile(file))) {
            Table table = Databases.table(source, "t");
            return source.census(table, false, ColumnRules.NONE).rows();
        }
    }

    private Problem refusal() {
        return catchThrowableOfType(
                        DbSyncException.class,
                        () -> SqliteSource.open(new SqliteFile(file)).close())
                .problem();
    }

    /** Under a plain name first: the driver of the test takes a question mark for the beginning of its parameters. */
    private static void make(Path file, String... statements) {
        Path plain = file.resolveSibling("made.db");
        Databases.make(plain, statements);
        try {
            Files.move(plain, file);
        } catch (IOException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static String sha(Path file) throws IOException {
        return DigestUtils.sha256Hex(Files.readAllBytes(file));
    }
}
