package io.github.dbsync.sqlite.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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

/** Files whose tables and indexes are filled by pages, judged by SQLite: against a file whose rows it inserted itself. */
class BulkFileTest {

    private static final KeyOrder.Part ASCENDING = new KeyOrder.Part(Collation.BINARY, false);
    private static final List<KeyOrder.Part> ROWID = List.of(KeyOrder.Part.ROWID);
    private static final KeyOrder.Part DESCENDING = new KeyOrder.Part(Collation.BINARY, true);

    @TempDir
    Path folder;

    static Stream<Arguments> formats() {
        return Stream.of(512, 1024, 4096, 65536)
                .flatMap(size -> Stream.of("UTF-8", "UTF-16le", "UTF-16be").map(name -> Arguments.of(size, name)));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void rows_and_keys_are_what_SQLite_itself_would_have_written(int pageSize, String encoding) throws Exception {
        List<Object[]> rows = rows(new Random(pageSize), pageSize > 4096 ? 200 : 800, pageSize);
        List<String> schema = new ArrayList<>(List.of(
                "PRAGMA page_size = " + pageSize,
                "PRAGMA encoding = '" + encoding + "'",
                "CREATE TABLE t (a, b, c)",
                "CREATE INDEX up ON t (a, b)",
                "CREATE INDEX down ON t (b DESC, a)"));
        List<Indexed> indexes = new ArrayList<>(List.of(
                new Indexed("up", List.of(ASCENDING, ASCENDING), List.of(0, 1)),
                new Indexed("down", List.of(DESCENDING, ASCENDING), List.of(1, 0))));
        if (encoding.equals("UTF-8")) {
            schema.add("CREATE INDEX folded ON t (b COLLATE NOCASE, c COLLATE RTRIM DESC)");
            indexes.add(new Indexed(
                    "folded",
                    List.of(new KeyOrder.Part(Collation.NOCASE, false), new KeyOrder.Part(Collation.RTRIM, true)),
                    List.of(1, 2)));
        }
        Path inserted = make("inserted.db", schema);
        insert(inserted, rows);
        Path bulk = make("bulk.db", schema);
        fill(bulk, rows, indexes, 20_000);

        assertThat(query(bulk, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(query(bulk, "PRAGMA freelist_count")).containsExactly("0");
        String cells =
                "SELECT rowid, typeof(a), quote(a), typeof(b), quote(b), typeof(c), hex(CAST(c AS BLOB)) FROM t ";
        for (String order : List.of(
                "NOT INDEXED ORDER BY rowid",
                "INDEXED BY up ORDER BY a, b, rowid",
                "INDEXED BY down ORDER BY b DESC, a, rowid",
                "ORDER BY b COLLATE NOCASE, c COLLATE RTRIM DESC, rowid")) {
            assertThat(query(bulk, cells + order)).as(order).isEqualTo(query(inserted, cells + order));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 20, 21, 22, 40, 41, 42, 43, 400})
    void trees_of_every_size_are_sound(int count) throws Exception {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new Object[] {(long) (i * 7919 % 1000), "x".repeat(90), null});
        }
        List<String> schema =
                List.of("PRAGMA page_size = 512", "CREATE TABLE t (a, b, c)", "CREATE INDEX up ON t (b, a)");
        Path bulk = make("bulk.db", schema);
        fill(bulk, rows, List.of(new Indexed("up", List.of(ASCENDING, ASCENDING), List.of(1, 0))), 1000);

        assertThat(query(bulk, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(query(
                        bulk,
                        "SELECT count(*), (SELECT count(*) FROM t INDEXED BY up WHERE b > '') FROM t NOT INDEXED"))
                .containsExactly(count + "|" + count);
    }

    @Test
    void runs_of_keys_that_are_too_many_are_merged_in_between() throws Exception {
        List<Object[]> rows = new ArrayList<>();
        for (long i = 0; i < 20_000; i++) {
            rows.add(new Object[] {i * 7919 % 20_011, null, null});
        }
        Path bulk = make("bulk.db", List.of("CREATE TABLE t (a, b, c)", "CREATE INDEX up ON t (b, a)"));
        fill(bulk, rows, List.of(new Indexed("up", List.of(ASCENDING, ASCENDING), List.of(1, 0))), 2000);

        assertThat(query(bulk, "PRAGMA integrity_check")).containsExactly("ok");
    }

    @Test
    void SQLite_goes_on_where_the_pages_end() throws Exception {
        Path bulk = make("bulk.db", List.of("CREATE TABLE t (a, b, c)", "CREATE INDEX up ON t (b, a)"));
        List<Object[]> rows = rows(new Random(1), 500, 4096);
        try (Connection connection = connect(bulk)) {
            assertThat(query(connection, "SELECT count(*) FROM t")).containsExactly("0");
            fill(bulk, rows, List.of(new Indexed("up", List.of(ASCENDING, ASCENDING), List.of(1, 0))), 1 << 20);
            assertThat(query(connection, "SELECT count(*) FROM t")).containsExactly("500");
            execute(connection, "INSERT INTO t SELECT b, a, c FROM t", "DELETE FROM t WHERE rowid % 3 = 0");
            assertThat(query(connection, "PRAGMA integrity_check")).containsExactly("ok");
        }
    }

    /** The root's children stand all over the file. */
    @Test
    void a_pointer_map_that_does_not_stay_in_memory() throws Exception {
        List<String> schema = List.of(
                "PRAGMA page_size = 512",
                "PRAGMA auto_vacuum = FULL",
                "CREATE TABLE t (a, b, c)",
                "CREATE INDEX up ON t (b, a)");
        Path bulk = make("bulk.db", schema);
        byte[] blob = new byte[6000];
        List<Object[]> rows = new ArrayList<>();
        for (long i = 0; i < 2500; i++) {
            rows.add(new Object[] {i, null, blob});
        }
        fill(bulk, rows, List.of(new Indexed("up", List.of(ASCENDING, ASCENDING), List.of(1, 0))), 1 << 20);

        assertThat(query(bulk, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(query(bulk, "PRAGMA freelist_count")).containsExactly("0");
    }

    @Test
    void two_equal_keys_of_a_unique_index_are_seen() throws Exception {
        List<String> schema = List.of("CREATE TABLE t (a, b, c)", "CREATE UNIQUE INDEX up ON t (a)");
        List<KeyOrder.Part> parts = List.of(new KeyOrder.Part(Collation.NOCASE, false));
        assertThat(isUnique(schema, parts, "a", null, null, "b", "A")).isFalse();
        assertThat(isUnique(schema, parts, "a", null, null, "b", "ä", "Ä")).isTrue();
        assertThat(isUnique(schema, List.of(ASCENDING), 1L, 1.0)).isFalse();
        assertThat(isUnique(schema, List.of(ASCENDING), 9007199254740993L, 9007199254740992.0, Long.MAX_VALUE, 0x1p63))
                .isTrue();
    }

    private boolean isUnique(List<String> schema, List<KeyOrder.Part> parts, Object... values) throws Exception {
        Path file = make("unique" + System.nanoTime() + ".db", schema);
        try (BulkFile bulk = BulkFile.open(file);
                KeySorter keys = new KeySorter(new KeyOrder(parts, ROWID), folder, 1 << 20)) {
            long rowid = 1;
            for (Object value : values) {
                RecordBuilder key = new RecordBuilder(2, bulk.encoding());
                add(key, value);
                key.addInteger(rowid++);
                keys.add(key);
            }
            return keys.fill(bulk.index(root(file, "up")), true).isEmpty();
        }
    }

    private record Indexed(String name, List<KeyOrder.Part> parts, List<Integer> columns) {}

    private void fill(Path file, List<Object[]> rows, List<Indexed> indexes, long memory)
            throws IOException, SQLException {
        try (BulkFile bulk = BulkFile.open(file)) {
            assertThat(bulk.isUsual()).isTrue();
            TableTreeWriter table = bulk.table(root(file, "t"));
            RecordBuilder record = new RecordBuilder(3, bulk.encoding());
            List<KeySorter> sorters = indexes.stream()
                    .map(index -> new KeySorter(new KeyOrder(index.parts(), ROWID), folder, memory))
                    .toList();
            long rowid = 1;
            for (Object[] row : rows) {
                record.clear();
                for (Object value : row) {
                    add(record, value);
                }
                table.add(rowid, record);
                for (int i = 0; i < indexes.size(); i++) {
                    RecordBuilder key = new RecordBuilder(3, bulk.encoding());
                    for (int column : indexes.get(i).columns()) {
                        key.add(record, column);
                    }
                    key.addInteger(rowid);
                    sorters.get(i).add(key);
                }
                rowid++;
            }
            table.finish();
            for (int i = 0; i < indexes.size(); i++) {
                assertThat(sorters.get(i)
                                .fill(bulk.index(root(file, indexes.get(i).name())), false))
                        .isEmpty();
                sorters.get(i).close();
            }
            bulk.finish();
        }
        assertThat(folder.toFile().list((where, name) -> name.startsWith(".dbsync-sort")))
                .isEmpty();
    }

    private static void add(RecordBuilder record, Object value) {
        if (value == null) {
            record.addNull();
        } else if (value instanceof Long integer) {
            record.addInteger(integer);
        } else if (value instanceof Double real) {
            record.addReal(real);
        } else if (value instanceof String text) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            record.addText(utf8, 0, utf8.length);
        } else {
            byte[] blob = (byte[]) value;
            record.addBlob(blob, 0, blob.length);
        }
    }

    /** Values that are close to each other, of all storage classes, and of the lengths at which payloads overflow. */
    private static List<Object[]> rows(Random random, int count, int pageSize) {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int most = random.nextInt(20) == 0 ? 3 * pageSize : random.nextInt(3) == 0 ? pageSize / 4 : 12;
            rows.add(new Object[] {value(random, most), value(random, most), value(random, 12)});
        }
        return rows;
    }

    private static Object value(Random random, int most) {
        long near = List.of(0L, 127L, 32767L, 1L << 23, 1L << 31, 1L << 47, 1L << 53, Long.MAX_VALUE - 2)
                        .get(random.nextInt(8))
                + random.nextInt(5)
                - 2;
        return switch (random.nextInt(8)) {
            case 0 -> null;
            case 1 -> near;
            case 2 -> -near;
            case 3 -> (double) near;
            case 4 -> random.nextInt(100) / 8.0 - 3;
            case 5, 6 -> text(random, random.nextInt(most + 1));
            default -> {
                byte[] blob = new byte[random.nextInt(most + 1)];
                random.nextBytes(blob);
                yield blob;
            }
        };
    }

    private static String text(Random random, int length) {
        String letters = "aAbBzZ[_ äÄ€😀 ";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int at = letters.offsetByCodePoints(0, random.nextInt(letters.codePointCount(0, letters.length())));
            text.appendCodePoint(letters.codePointAt(at));
        }
        return text.append(" ".repeat(random.nextInt(3))).toString();
    }

    private Path make(String name, List<String> schema) throws SQLException {
        Path file = folder.resolve(name);
        try (Connection connection = connect(file)) {
            execute(connection, schema.toArray(String[]::new));
        }
        return file;
    }

    private static void insert(Path file, List<Object[]> rows) throws SQLException {
        try (Connection connection = connect(file);
                PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.executeUpdate();
            }
            connection.commit();
        }
    }

    private static long root(Path file, String name) throws SQLException {
        return Long.parseLong(query(file, "SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'")
                .get(0));
    }

    private static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    private static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> query(Path file, String sql) throws SQLException {
        try (Connection connection = connect(file)) {
            return query(connection, sql);
        }
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> result = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                result.add(String.join("|", row));
            }
            return result;
        }
    }
}
