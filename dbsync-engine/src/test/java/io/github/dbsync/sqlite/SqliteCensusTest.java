package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.Key;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.TableCensus;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.rules.ColumnRules;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the census finds: each finding names table, column, row and kind of value. */
class SqliteCensusTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    INTEGER    | (1), ('a'), (2), ('b')               | 2 values do | rowid=2 | is text
                    TEXT       | ('a'), (x'01')                       | 1 value does | rowid=2 | is a blob
                    TEXT       | ('a'), (CAST(x'610062' AS TEXT))     | 1 value does | rowid=2, byte 2 | 0x00
                    TEXT       | ('a'), (CAST(x'61c328' AS TEXT))     | 1 value does | rowid=2, byte 2 | not valid
                    TEXT       | (CAST(x'eda080' AS TEXT))            | 1 value does | rowid=1, byte 1 | not valid
                    DATETIME   | ('2024-01-01'), (1704067200)         | 1 value does | rowid=2 | an integer
                    ~~         | (1), (1.5)                           | 2 values do | rowid=1 | an integer
                    VARCHAR(1) | ('ab'), (CAST(x'00' AS TEXT))        | 1 value does | rowid=2, byte 1 | 0x00
                    """)
    void what_nothing_can_hold_is_refused(String type, String rows, String count, String row, String kind) {
        TableCensus census = census("CREATE TABLE t (v " + type + ")", "INSERT INTO t VALUES " + rows);

        assertThat(census.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
            assertThat(finding.refuses()).isTrue();
            assertThat(finding.what()).startsWith(count).contains("t.v");
            assertThat(finding.where()).isEqualTo("table t, column v, " + row);
            assertThat(finding.why()).contains(kind);
            assertThat(finding.remedy()).contains(row.split(",", 2)[0].replace("=", " = "));
        });
    }

    @Test
    void a_weaker_type_is_reported() {
        TableCensus census = census(
                "CREATE TABLE t (d DATETIME, n VARCHAR(3), ok INTEGER)",
                "INSERT INTO t VALUES ('2024-01-01', 'abc', 1), ('2024-01-01T00:00:00Z', 'abcd', 2)");

        assertThat(census.findings()).extracting(Problem::code).containsOnly(ProblemCode.TYPE_CHANGED);
        assertThat(census.findings())
                .extracting(Problem::what)
                .containsExactly("t.d becomes text, not timestamp.", "t.n becomes text, not varchar(3).");
        assertThat(census.rows()).isEqualTo(2);
    }

    @Test
    void an_exact_census_weakens_nothing() {
        SqliteFile file = make("CREATE TABLE t (n VARCHAR(3))", "INSERT INTO t VALUES ('abc'), ('abcd')");
        try (Source source = SqliteSource.open(file)) {
            TableCensus census = source.census(Databases.table(source, "t"), true, ColumnRules.NONE);

            assertThat(census.findings()).extracting(Problem::code).containsExactly(ProblemCode.VALUE_DOES_NOT_FIT);
            assertThat(census.table().columns().get(0).logical()).isEqualTo(new LogicalType.Text(3, false));
        }
    }

    @Test
    void integers_and_fractions_of_a_number_column_travel_as_numbers() {
        TableCensus census =
                census("CREATE TABLE t (v INTEGER)", "INSERT INTO t VALUES (1), (1.5), (9007199254740993)");

        assertThat(census.table().columns().get(0).logical()).isEqualTo(new LogicalType.Decimal(null, null));
    }

    @Test
    void null_in_a_primary_key_makes_it_a_unique_constraint() {
        TableCensus census = census(
                "CREATE TABLE t (k TEXT PRIMARY KEY, v INT)", "INSERT INTO t VALUES ('a', 1), (NULL, 2), (NULL, 3)");

        assertThat(census.table().primaryKey()).isNull();
        assertThat(census.table().uniques()).containsExactly(new Key(null, List.of("k"), null));
        assertThat(census.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.refuses()).isFalse();
            assertThat(finding.where()).isEqualTo("table t, column k, rowid=2");
            assertThat(finding.why()).contains("2 rows have null");
            assertThat(finding.remedy()).contains("SELECT \"k\" FROM \"t\" WHERE rowid = 2");
        });
    }

    @Test
    void orphans_are_refused_key_by_key() {
        TableCensus census = census(
                "CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT UNIQUE)",
                "CREATE TABLE t (a INT REFERENCES p, b TEXT REFERENCES p (code))",
                "INSERT INTO p VALUES (1, 'x')",
                "INSERT INTO t VALUES (1, 'x'), (2, 'y'), (3, NULL)");

        assertThat(census.findings()).extracting(Problem::code).containsOnly(ProblemCode.ORPHAN_ROWS);
        assertThat(census.findings())
                .extracting(Problem::where)
                .containsExactly("table t, foreign key (a), rowid=2", "table t, foreign key (b), rowid=2");
        assertThat(census.findings())
                .extracting(Problem::what)
                .containsExactly("2 rows of t have no parent in p.", "1 row of t has no parent in p.");
        assertThat(census.findings())
                .extracting(Problem::remedy)
                .allMatch(remedy -> remedy.contains("-Ddbsync.exclude=t"));
    }

    @Test
    void a_foreign_key_to_nothing_is_left_out() {
        TableCensus census = census(
                "CREATE TABLE p (id INTEGER PRIMARY KEY, x INT)",
                "CREATE TABLE t (a INT REFERENCES missing (id), b INT REFERENCES p (x), c INT REFERENCES p)",
                "INSERT INTO t VALUES (1, 2, NULL)");

        assertThat(census.table().foreignKeys()).extracting(ForeignKey::columns).containsExactly(List.of("c"));
        assertThat(census.findings()).extracting(Problem::code).containsOnly(ProblemCode.OBJECT_NOT_TRANSLATED);
        assertThat(census.findings()).hasSize(2);
    }

    @Test
    void beside_a_foreign_key_to_nothing_the_others_are_checked() {
        TableCensus census = census(
                "CREATE TABLE p (id INTEGER PRIMARY KEY, x INT)",
                "CREATE TABLE t (a INT REFERENCES p (x), b INT REFERENCES p)",
                "INSERT INTO p VALUES (1, 1)",
                "INSERT INTO t VALUES (1, 1), (1, 7)");

        assertThat(census.findings())
                .extracting(Problem::code)
                .containsExactly(ProblemCode.OBJECT_NOT_TRANSLATED, ProblemCode.ORPHAN_ROWS);
        assertThat(census.findings().get(1).where()).isEqualTo("table t, foreign key (b), rowid=2");
    }

    @Test
    void the_parent_says_which_values_are_equal() {
        TableCensus census = census(
                "CREATE TABLE p (a TEXT COLLATE NOCASE, b TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID",
                "CREATE TABLE t (x, y INT, FOREIGN KEY (x, y) REFERENCES p)",
                "INSERT INTO p VALUES ('Abc', '1')",
                "INSERT INTO t VALUES ('aBC', 1), ('abc', NULL)");

        assertThat(census.findings()).isEmpty();
    }

    @Test
    void a_row_without_rowid_is_named_by_its_key_but_not_by_its_value() {
        TableCensus census = census(
                "CREATE TABLE t (k TEXT PRIMARY KEY, v INTEGER) WITHOUT ROWID",
                "INSERT INTO t VALUES ('secret', 1), ('very secret', 'x')");

        assertThat(census.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.where()).endsWith("row 2 in the order of (k)");
            assertThat(finding.text()).doesNotContain("secret");
        });
    }

    @Test
    void reading_refuses_what_does_not_fit() {
        SqliteFile file = make("CREATE TABLE t (v INTEGER)", "INSERT INTO t VALUES (1), ('a')");
        try (Source source = SqliteSource.open(file)) {
            Table table = Databases.table(source, "t");
            try (RowReader rows = source.read(table)) {
                DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> rows.next(Batch.of(table)));
                assertThat(refused.problem().where()).isEqualTo("table t, column v, rowid=2");
            }
        }
    }

    @Test
    void rows_come_in_the_order_of_their_rowids_whatever_index_covers_them() {
        SqliteFile file = make(
                "CREATE TABLE t (v INTEGER)",
                "INSERT INTO t (rowid, v) VALUES (1, 9), (2, 8), (3, 7)",
                "CREATE INDEX i ON t (v)");
        try (Source source = SqliteSource.open(file)) {
            Table table = Databases.table(source, "t");
            Batch batch = Batch.of(table);
            try (RowReader rows = source.read(table)) {
                rows.next(batch);
                assertThat(List.of(
                                batch.longs(0).get(0),
                                batch.longs(0).get(1),
                                batch.longs(0).get(2)))
                        .containsExactly(9L, 8L, 7L);
                assertThat(rows.next(batch)).isFalse();
            }
        }
    }

    private TableCensus census(String... statements) {
        try (Source source = SqliteSource.open(make(statements))) {
            return source.census(Databases.table(source, "t"), false, ColumnRules.NONE);
        }
    }

    private SqliteFile make(String... statements) {
        return Databases.make(folder.resolve("a.db"), statements);
    }
}
