package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.CompactJson;
import io.github.dbsync.catalog.InstantForm;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.StoredForm;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.TableCensus;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.rules.ColumnRules;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Threads that each go over a part of a table's rows find together what one finds that goes over all. */
class DividedCensusTest {

    private static final int PAGE = 512;
    private static final int CELL_COUNT = 3;
    private static final int RIGHT_CHILD = 8;
    private static final int POINTERS = 12;

    private static final int ROWS = 2000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    INTEGER    | i                       | i
                    INTEGER    | i                       | 'x' || i
                    INTEGER    | 'x' || i                | i
                    INTEGER    | NULL                    | i + 0.5
                    REAL       | i                       | i + 0.5
                    VARCHAR(3) | 'abc'                   | 'abcd'
                    TEXT       | 'ascii'                 | 'größer'
                    TEXT       | CAST(x'c328' AS TEXT)   | CAST(x'610062' AS TEXT)
                    DATETIME   | '2024-01-01 10:00:00'   | '2024-01-01 11:00:00'
                    DATETIME   | '2024-01-01 10:00:00'   | '2024-01-01T11:00:00Z'
                    DATETIME   | NULL                    | '2024-01-01 10:00:00'
                    DATETIME   | 'infinity'              | '2024-01-01'
                    DATETIME   | '2024-01-01'            | 1704067200
                    DATE       | '2024-01-01'            | NULL
                    BOOLEAN    | 1                       | 2
                    NUMERIC    | 1                       | 1.5
                    ~~         | x'01'                   | x'02'
                    """)
    void parts_say_what_the_whole_says(String type, String early, String late) {
        Table table = make(ROWS, "v " + type, early, late);

        assertThat(census(table, 2, false, ColumnRules.NONE)).isEqualTo(census(table, 1, false, ColumnRules.NONE));
    }

    @Test
    void words_that_a_rule_counts() {
        Table table = make(ROWS, "v TEXT", "CASE WHEN i % 3 THEN 'yes' ELSE 'no' END", "'y'");
        ColumnRules rules = ColumnRules.ofPom(
                List.of(List.of(Map.entry("column", "t.v"), Map.entry("true", "y,yes"), Map.entry("false", "no"))));

        assertThat(census(table, 2, false, rules)).isEqualTo(census(table, 1, false, rules));
        assertThat(census(table, 1, false, rules).findings()).isNotEmpty();
    }

    @Test
    void instants_whose_forms_are_counted() {
        Table table = withForm(
                make(ROWS, "v DATETIME", "'2024-01-01T10:00:00.000+00:00'", "1704067200000"),
                new LogicalType.Timestamp(false),
                InstantForm.ISO_TEXT);

        assertThat(census(table, 2, true, ColumnRules.NONE)).isEqualTo(census(table, 1, true, ColumnRules.NONE));
        assertThat(census(table, 1, true, ColumnRules.NONE).findings()).isNotEmpty();
    }

    @Test
    void json_that_is_not_compact() {
        Table table = withForm(
                make(ROWS, "v JSONB", "'{\"a\":1}'", "'{\"a\": 1}'"), new LogicalType.Json(true), new CompactJson());

        assertThat(census(table, 2, true, ColumnRules.NONE)).isEqualTo(census(table, 1, true, ColumnRules.NONE));
        assertThat(census(table, 1, true, ColumnRules.NONE).findings()).isNotEmpty();
    }

    /** Each part by itself is in order, but the second comes before the first. */
    @Test
    void parts_that_do_not_follow_each_other() throws Exception {
        Table table = make(600, "v INTEGER PRIMARY KEY", "i", "i");
        putSecondHalfOfChildrenFirst();

        assertThatThrownBy(() -> census(table, 2, false, ColumnRules.NONE))
                .isInstanceOf(DbSyncException.class)
                .hasMessageStartingWith("DBSYNC-204")
                .hasMessageContaining("its rows are not in the order of their rowids");
    }

    private void putSecondHalfOfChildrenFirst() throws Exception {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file()));
        int[] places = placesOfChildren(bytes);
        int[] children = IntStream.of(places).map(bytes::getInt).toArray();
        int second = children.length - children.length / 2;
        for (int i = 0; i < children.length; i++) {
            bytes.putInt(places[i], children[(i + second) % children.length]);
        }
        Files.write(file(), bytes.array());
    }

    /** Where in the file the root's children are named, the rightmost last. */
    private int[] placesOfChildren(ByteBuffer bytes) {
        String root =
                Databases.query(file(), "SELECT rootpage FROM sqlite_schema").get(0);
        int page = (Integer.parseInt(root) - 1) * PAGE;
        IntStream cells = IntStream.range(0, bytes.getShort(page + CELL_COUNT))
                .map(cell -> page + bytes.getShort(page + POINTERS + 2 * cell));
        return IntStream.concat(cells, IntStream.of(page + RIGHT_CHILD)).toArray();
    }

    private Path file() {
        return folder.resolve("divided.db");
    }

    /** A table whose rows have one value in the first half, and another in the second. */
    private Table make(int rows, String column, String early, String late) {
        Databases.make(
                file(),
                "PRAGMA page_size = " + PAGE,
                "CREATE TABLE t (" + column + ", filling TEXT)",
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + rows
                        + ") INSERT INTO t SELECT CASE WHEN i <= " + rows / 2 + " THEN " + early + " ELSE " + late
                        + " END, 'so that there are pages' FROM n");
        try (SqliteSnapshot snapshot = SqliteSnapshot.open(file())) {
            Table table = catalog(snapshot).tables().get(0);
            RowSelection selection =
                    RowSelection.of(table, table.columns(), snapshot.cursors().encoding());
            assertThat(snapshot.cursors().openParts(snapshot.database(), selection, 2))
                    .hasSize(2);
            return table;
        }
    }

    private static Table withForm(Table table, LogicalType type, StoredForm form) {
        return table.withColumns(table.columns().stream()
                .map(column -> column.name().equals("v")
                        ? column.withType(new ColumnType(type, column.type().declared(), form))
                        : column)
                .toList());
    }

    private TableCensus census(Table table, int threads, boolean exact, ColumnRules rules) {
        try (SqliteSnapshot snapshot = SqliteSnapshot.open(file());
                SqliteSnapshot second = SqliteSnapshot.open(file())) {
            List<SqliteDatabase> connections =
                    List.of(snapshot.database(), second.database()).subList(0, threads);
            return new SqliteCensus(connections, snapshot.cursors(), table, exact, rules)
                    .take(new SqliteForeignKeyCheck(snapshot.database(), catalog(snapshot)));
        }
    }

    private static Catalog catalog(SqliteSnapshot snapshot) {
        return SqliteCatalogReader.read(snapshot.database());
    }
}
