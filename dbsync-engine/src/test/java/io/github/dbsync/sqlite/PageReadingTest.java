package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.dbsync.property.RandomSqlite;
import io.github.dbsync.sqlite.PageFacts.Reason;
import io.github.dbsync.sqlite.file.PageKind;
import io.github.dbsync.sqlite.file.PageLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read by the pages of a file is what SQLite reads. */
class PageReadingTest {

    private static final Path SHARED = Path.of("../../shared/data");

    @TempDir
    private Path folder;

    static Stream<Arguments> layouts() {
        return Stream.of(512, 1024, 2048, 4096, 8192, 16384, 32768, 65536)
                .flatMap(size ->
                        Stream.of("UTF-8", "UTF-16le", "UTF-16be").map(encoding -> Arguments.of(size, encoding)));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void every_page_size_and_encoding(int pageSize, String encoding) throws Exception {
        Path file = folder.resolve("layout.db");
        int vacuum = Integer.numberOfTrailingZeros(pageSize) % 3;
        try (Connection connection = Databases.connect(file)) {
            Databases.execute(
                    connection,
                    "PRAGMA synchronous = OFF",
                    "PRAGMA page_size = " + pageSize,
                    "PRAGMA encoding = '" + encoding + "'",
                    "PRAGMA auto_vacuum = " + vacuum);
            fill(connection, new PageLayout(pageSize, 0), pageSize);
        }

        assertThat(BothCursors.compare(file)).isEqualTo(3);
    }

    /** Rows of every storage class, with payloads around the lengths at which they no longer fit, some of them gone again. */
    private static void fill(Connection connection, PageLayout layout, long seed) throws SQLException {
        Databases.execute(
                connection,
                "CREATE TABLE plain (a, b REAL, c TEXT)",
                "CREATE TABLE numbered (a TEXT, id INTEGER PRIMARY KEY, v AS (a || 'v'), s AS (length(a)) STORED, b BLOB)",
                "CREATE TABLE keyed (b BLOB, k TEXT, n REAL, j INT, PRIMARY KEY (k, j)) WITHOUT ROWID",
                "BEGIN");
        Random random = new Random(seed);
        try (PreparedStatement plain = connection.prepareStatement("INSERT INTO plain VALUES (?, ?, ?)");
                PreparedStatement numbered =
                        connection.prepareStatement("INSERT OR IGNORE INTO numbered (a, id, b) VALUES (?, ?, ?)");
                PreparedStatement keyed =
                        connection.prepareStatement("INSERT OR IGNORE INTO keyed VALUES (?, ?, ?, ?)")) {
            for (int row = 0; row < 300; row++) {
                set(plain, value(random, 20), value(random, 0), text(random, 30))
                        .execute();
                set(numbered, text(random, 12), random.nextLong() >> random.nextInt(64), length(random, layout, row))
                        .execute();
                set(keyed, length(random, layout, row), text(random, 9), random.nextInt(9), row)
                        .execute();
            }
        }
        Databases.execute(
                connection,
                "COMMIT",
                "DELETE FROM plain WHERE rowid % 5 = 0",
                "DELETE FROM numbered WHERE id % 7 = 0",
                "ALTER TABLE keyed DROP COLUMN n",
                "ALTER TABLE keyed ADD COLUMN late REAL DEFAULT 5",
                "INSERT INTO keyed (k, j) VALUES ('é', 1)");
    }

    private static PreparedStatement set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    private static byte[] length(Random random, PageLayout layout, int row) {
        int fits = layout.mostLocal(row % 2 == 0 ? PageKind.TABLE_LEAF : PageKind.INDEX_LEAF);
        return switch (row % 50) {
            case 0 -> new byte[fits - 30 + random.nextInt(40)];
            case 1 -> new byte[Math.min(200_000, 3 * layout.pageSize() + random.nextInt(layout.pageSize()))];
            default -> new byte[random.nextInt(40)];
        };
    }

    private static Object value(Random random, int longest) {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextLong() >> random.nextInt(64);
            case 1 -> random.nextInt(3);
            case 2 -> random.nextGaussian();
            case 3 -> (double) random.nextInt(100);
            case 4 -> new byte[longest];
            default -> text(random, longest);
        };
    }

    private static String text(Random random, int longest) {
        return "aé€😀".repeat(random.nextInt(longest + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 32, 255})
    void bytes_that_are_reserved_in_each_page(int reserved) throws Exception {
        Path file = folder.resolve("reserved.db");
        Databases.make(file, "PRAGMA page_size = 1024", "CREATE TABLE t (a)", "DROP TABLE t", "VACUUM");
        byte[] bytes = Files.readAllBytes(file);
        bytes[20] = (byte) reserved;
        int content = 1024 - reserved;
        bytes[105] = (byte) (content >> 8);
        bytes[106] = (byte) content;
        Files.write(file, bytes);
        try (Connection connection = Databases.connect(file)) {
            fill(connection, new PageLayout(1024, reserved), reserved);
            assertThat(Databases.query(connection, "PRAGMA integrity_check")).containsExactly("ok");
        }
        assertThat(Files.readAllBytes(file)[20]).isEqualTo((byte) reserved);

        assertThat(BothCursors.compare(file)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16be"})
    void rows_that_are_older_than_their_columns(String encoding) throws Exception {
        Path file = folder.resolve("added.db");
        List<String> statements = new ArrayList<>(List.of(
                "PRAGMA encoding = '" + encoding + "'",
                "CREATE TABLE t (a)",
                "INSERT INTO t VALUES (1), (2)",
                "CREATE TABLE strict (a ANY) STRICT",
                "INSERT INTO strict VALUES ('1')",
                "ALTER TABLE strict ADD COLUMN b ANY DEFAULT '7'",
                "ALTER TABLE strict ADD COLUMN c INT DEFAULT '7'"));
        List<String> added = List.of(
                "INT",
                "INT DEFAULT 7",
                "INT DEFAULT '8'",
                "REAL DEFAULT 9",
                "REAL DEFAULT -1.5",
                "TEXT DEFAULT 10",
                "TEXT DEFAULT 'é''s'",
                "TEXT DEFAULT \"word\"",
                "DEFAULT word",
                "BLOB DEFAULT x'00ff'",
                "DEFAULT (-5)",
                "DEFAULT (+5)",
                "NUMERIC DEFAULT '1e3'",
                "DEFAULT TRUE",
                "DEFAULT NULL",
                "DEFAULT 1e999",
                "TEXT NOT NULL DEFAULT ''",
                "VARCHAR(10) DEFAULT 0x10",
                "AS (a + 1)",
                "INT DEFAULT 3");
        for (int i = 0; i < added.size(); i++) {
            statements.add("ALTER TABLE t ADD COLUMN c" + i + " " + added.get(i));
        }
        statements.add("INSERT INTO t (a) VALUES (3)");
        Databases.make(file, statements.toArray(String[]::new));

        assertThat(BothCursors.compare(file)).isEqualTo(2);
    }

    @Test
    void a_default_that_is_no_text_is_left_to_SQLite() throws Exception {
        Path file = folder.resolve("a.db");
        Databases.make(
                file,
                "CREATE TABLE t (a)",
                "INSERT INTO t VALUES (1)",
                "ALTER TABLE t ADD COLUMN b TEXT DEFAULT 'caf#'");
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("caf#", "caf\u00E9");
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(BothCursors.reason(file, "t")).contains(Reason.UNREADABLE_DEFAULT);
        assertThat(Databases.query(file, "SELECT hex(b) FROM t")).containsExactly("636166E9");
        BothCursors.compare(file);
    }

    @Test
    void columns_that_stand_in_another_order_than_declared() throws Exception {
        Path file = folder.resolve("order.db");
        Databases.make(
                file,
                "CREATE TABLE a (a, v AS (a + 1), k PRIMARY KEY, s AS (a * 2) STORED, z) WITHOUT ROWID",
                "INSERT INTO a VALUES (1, 'x', 7), (2, 'w', 8)",
                "CREATE TABLE b (p, q, r, t TEXT, PRIMARY KEY (r, p, r COLLATE nocase, r)) WITHOUT ROWID",
                "INSERT INTO b VALUES (1, 2, 3, 4), (5, 6, 7, 8)",
                "CREATE TABLE c (v AS (a || 'v'), a, s AS (a || 's') STORED, id INTEGER PRIMARY KEY, z REAL)",
                "INSERT INTO c (a, z) VALUES (1, 2), (3, 4)");

        assertThat(BothCursors.compare(file)).isGreaterThanOrEqualTo(2);
    }

    @Test
    void numbers_that_sqlite_keeps_in_another_way() throws Exception {
        Path file = folder.resolve("numbers.db");
        Databases.make(
                file,
                "CREATE TABLE t (r REAL, d DOUBLE PRECISION, f FLOAT, n NUMERIC, x, \"a REAL\" REAL)",
                "INSERT INTO t VALUES (5, 5.0, -0.0, 5.0, 5.0, 1), (1e300, 9007199254740993, 1e999, 1.5, -0.0, '2')",
                "INSERT INTO t VALUES ('x', x'00', NULL, 'x', 9223372036854775807, 140737488355328.0)",
                "CREATE TABLE k (r REAL PRIMARY KEY, v REAL) WITHOUT ROWID",
                "INSERT INTO k VALUES (1, 2), (2.5, 3), (-7, 4)",
                "CREATE TABLE dotless (a \u0131ntreal, b REA\u017F)",
                "INSERT INTO dotless VALUES (5, 6)");

        assertThat(BothCursors.compare(file)).isEqualTo(3);
    }

    @Test
    void a_record_with_more_columns_than_fit_its_page() throws Exception {
        Path file = folder.resolve("wide.db");
        StringBuilder columns = new StringBuilder("c0");
        StringBuilder values = new StringBuilder("0");
        for (int i = 1; i < 1500; i++) {
            columns.append(", c").append(i);
            values.append(", ").append(i % 2 == 0 ? "'" + "x".repeat(i % 70) + "'" : i * 1000);
        }
        Databases.make(
                file,
                "PRAGMA page_size = 512",
                "CREATE TABLE t (" + columns + ")",
                "INSERT INTO t VALUES (" + values + ")",
                "INSERT INTO t VALUES (" + values + ")");

        assertThat(BothCursors.compare(file)).isEqualTo(1);
    }

    @Test
    void everything_that_is_awkward() throws Exception {
        Path file = folder.resolve("zoo.db");
        try (InputStream script = PageReadingTest.class.getResourceAsStream("/io/github/dbsync/sqlite-zoo.sql");
                Connection connection = Databases.connect(file)) {
            run(connection, new String(script.readAllBytes(), StandardCharsets.UTF_8));
        }

        assertThat(BothCursors.compare(file)).isGreaterThan(10);
    }

    private static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF;" + script);
        }
    }

    static Stream<Path> realDatabases() throws IOException {
        if (Files.notExists(SHARED)) {
            return Stream.of(SHARED);
        }
        try (Stream<Path> files = Files.walk(SHARED)) {
            return files.filter(file -> file.toString().matches(".*\\.sqlite|.*_sqlite\\.sql")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("realDatabases")
    void real_databases(Path original) throws Exception {
        assumeThat(SHARED).exists();
        Path file = folder.resolve("real.db");
        if (original.toString().endsWith(".sql")) {
            try (Connection connection = Databases.connect(file)) {
                run(connection, Files.readString(original));
            }
        } else {
            Files.copy(original, file);
        }

        assertThat(BothCursors.compare(file)).isGreaterThan(5);
    }

    /** More of them with {@code -Ddbsync.property.cases=500 -Ddbsync.property.seed=1000}. */
    @Test
    void random_schemas() throws Exception {
        long seed = Long.getLong("dbsync.property.seed", 1);
        int cases = Integer.getInteger("dbsync.property.cases", 25);
        int byPages = 0;
        for (int i = 0; i < cases; i++) {
            Path file = folder.resolve("random" + i + ".db");
            RandomSqlite.make(file, seed + i);
            byPages += BothCursors.compare(file);
        }
        assertThat(byPages).isGreaterThan(cases);
    }
}
