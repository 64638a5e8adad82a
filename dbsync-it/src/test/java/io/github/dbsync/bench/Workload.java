package io.github.dbsync.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is moved: a SQLite database with rows that follow from their numbers, the same on every machine. */
enum Workload {
    /** A million rows of ten mixed columns, two million narrow ones that refer to them, and two indexes. */
    WIDE("1,000,000 rows of ten mixed columns; 2,000,000 narrow rows, a foreign key, two indexes") {
        @Override
        List<String> script(double scale) {
            long rows = Math.round(1_000_000 * scale);
            return List.of(
                    """
                    CREATE TABLE wide (id INTEGER PRIMARY KEY, name TEXT NOT NULL, email TEXT, amount REAL, quantity INTEGER,
                        active BOOLEAN NOT NULL, created_at TIMESTAMP, code VARCHAR(20), digest BLOB, notes TEXT)""",
                    "CREATE TABLE narrow (id INTEGER PRIMARY KEY, wide_id INTEGER NOT NULL REFERENCES wide (id), value INTEGER)",
                    "INSERT INTO wide " + numbers(rows) + """
                             SELECT n, 'name ' || n, 'user' || n || '@example.org', n * 1.25, n * 7 % 1000, n % 2,
                                 datetime(1600000000 + n * 60, 'unixepoch'), printf('C%08d', n * 7919 % 100000000),
                                 CAST(printf('%016x', n * 2654435761) AS BLOB),
                                 CASE n % 3 WHEN 0 THEN NULL ELSE 'Some words about the row, of a usual length: ' || n END
                             FROM number""",
                    "INSERT INTO narrow " + numbers(2 * rows) + " SELECT n, n * 7919 % " + rows
                            + " + 1, n * 104729 % 1000003 FROM number",
                    "CREATE INDEX narrow_wide_id ON narrow (wide_id)",
                    "CREATE INDEX narrow_value ON narrow (value)");
        }
    },
    /** 300 tables of 200 rows. */
    MANY("300 tables of 200 rows, each with an index") {
        @Override
        List<String> script(double scale) {
            return IntStream.rangeClosed(1, 300)
                    .boxed()
                    .flatMap(table -> List.of(
                            "CREATE TABLE table_" + table
                                    + " (id INTEGER PRIMARY KEY, name TEXT NOT NULL, amount REAL, at TIMESTAMP)",
                            "INSERT INTO table_" + table + " " + numbers(Math.round(200 * scale))
                                    + " SELECT n, 'name ' || n, n * 0.5, datetime(1600000000 + n, 'unixepoch') FROM number",
                            "CREATE INDEX table_" + table + "_name ON table_" + table + " (name)")
                            .stream())
                    .toList();
        }
    },
    /** Values of 18 kB. */
    FAT("20,000 rows with a text and a blob of 18 kB each") {
        @Override
        List<String> script(double scale) {
            return List.of(
                    "CREATE TABLE fat (id INTEGER PRIMARY KEY, text TEXT, bytes BLOB)",
                    "INSERT INTO fat " + numbers(Math.round(20_000 * scale)) + """
                             , piece (p) AS (SELECT 1 UNION ALL SELECT p + 1 FROM piece WHERE p < 3000)
                             , word (w) AS (SELECT group_concat(printf('%x ', p * 2654435761 % 1000003), '') FROM piece)
                             SELECT n, substr(printf('%d ', n) || w, 1, 20000), CAST(substr(w || n, -20000) AS BLOB)
                             FROM number, word""");
        }
    },
    /** A hundred columns. */
    COLUMNS("100,000 rows of 100 columns") {
        @Override
        List<String> script(double scale) {
            return hundredColumns("columns", Math.round(100_000 * scale), "n * %d %% 10007");
        }
    },
    /** A hundred columns, nineteen of twenty values of which are NULL. */
    SPARSE("100,000 rows of 100 columns, mostly NULL") {
        @Override
        List<String> script(double scale) {
            return hundredColumns(
                    "sparse", Math.round(100_000 * scale), "CASE (n + %1$d) %% 20 WHEN 0 THEN n * %1$d END");
        }
    };

    private final String description;

    Workload(String description) {
        this.description = description;
    }

    /** The statements that make the database. */
    abstract List<String> script(double scale);

    /** What it is called in results. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    String description() {
        return description;
    }

    /**
     * Makes the database.
     *
     * @param scale how many times the usual number of rows
     */
    void make(Path file, double scale) throws IOException, SQLException {
        Files.deleteIfExists(file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : script(scale)) {
                statement.executeUpdate(sql);
            }
            connection.commit();
        }
    }

    private static String numbers(long last) {
        return "WITH RECURSIVE number (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < " + last + ")";
    }

    private static List<String> hundredColumns(String table, long rows, String value) {
        String columns = columns("c%1$d %2$s");
        String values = columns(value);
        return List.of(
                "CREATE TABLE " + table + " (id INTEGER PRIMARY KEY, " + columns + ")",
                "INSERT INTO " + table + " " + numbers(rows) + " SELECT n, " + values + " FROM number");
    }

    private static String columns(String format) {
        List<String> types = List.of("INTEGER", "TEXT", "REAL", "INTEGER");
        return IntStream.rangeClosed(1, 99)
                .mapToObj(column -> String.format(Locale.ROOT, format, column, types.get(column % types.size())))
                .collect(Collectors.joining(", "));
    }
}
