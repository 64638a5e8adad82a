package io.github.dbsync.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.batch.BytesVector;
import io.github.dbsync.batch.LongVector;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.CompactJson;
import io.github.dbsync.catalog.InstantForm;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.StoredForm;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.TableCensus;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.rules.ColumnRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns that keep their values as an application reads them: instants in any form, and JSON among numbers. */
@Tag("locale")
class ApplicationFormsTest {

    private static final LogicalType TIMESTAMP = new LogicalType.Timestamp(false);
    private static final LogicalType JSONB = new LogicalType.Json(true);

    @TempDir
    private Path folder;

    /** A value in SQL, and the microseconds since 2000 that it says. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    '2000-01-01T00:00:00.678+00:00'    | 678000
                    '2000-01-01T00:00:00.678Z'         | 678000
                    '2000-01-01 00:00:01'              | 1000000
                    '2000-01-01 00:00:00.5'            | 500000
                    '2000-01-02'                       | 86400000000
                    '2000-01-01T00:00:00.000001+00:00' | 1
                    '0001-01-01T00:00:00.000+00:00'    | -63082281600000000
                    '9999-12-31T23:59:59.999+00:00'    | 252455615999999000
                    946684800678                       | 678000
                    '946684800678'                     | 678000
                    -1                                 | -946684800001000
                    -62135596800000                    | -63082281600000000
                    253402300799999                    | 252455615999999000
                    """)
    void every_form_of_an_instant_is_read_and_comes_back(String value, long micros) {
        Table table = table("DATETIME", TIMESTAMP, InstantForm.ISO_TEXT, value);
        TableCensus census = census(table);

        assertThat(census.findings()).isEmpty();
        assertThat(((LongVector) rows(census.table()).column(0)).get(0)).isEqualTo(micros);
        assertThat(rewritten(census.table())).isEqualTo(stored());
    }

    @Test
    void an_offset_is_understood_and_written_in_utc() {
        Table table = table("DATETIME", TIMESTAMP, InstantForm.ISO_TEXT, "'2000-01-01T02:00:00.678+02:00'");
        TableCensus census = census(table);

        assertThat(census.findings()).extracting(Problem::code).containsExactly(ProblemCode.FORM_NOT_KEPT);
        assertThat(rewritten(census.table())).containsExactly("text|2000-01-01T00:00:00.678+00:00");
    }

    @Test
    void of_several_forms_in_a_column_the_usual_one_is_written_and_the_others_are_reported() {
        Table table = table(
                "DATETIME",
                TIMESTAMP,
                InstantForm.ISO_TEXT,
                "946684800678",
                "946684800679",
                "'2000-01-01T00:00:00.680+00:00'");
        TableCensus census = census(table);

        assertThat(census.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(ProblemCode.FORM_NOT_KEPT);
            assertThat(finding.refuses()).isFalse();
            assertThat(finding.what()).isEqualTo("1 value does not come back to t.v in the same characters.");
        });
        assertThat(rewritten(census.table()))
                .containsExactly("integer|946684800678", "integer|946684800679", "integer|946684800680");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    DATETIME | '03:04:05'                        | no date
                    DATETIME | '2000-01-01T00:00:00.1234567Z'    | no date
                    DATETIME | 2451544.5                         | floating-point
                    DATETIME | 253402300800000                   | outside the years
                    DATETIME | 'infinity'                        | no date
                    DATETIME | x'00'                             | a blob
                    """)
    void what_no_instant_says_is_refused(String declared, String value, String words) {
        assertThat(census(table(declared, TIMESTAMP, InstantForm.ISO_TEXT, value))
                        .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.refuses()).isTrue();
                    assertThat(finding.where()).isEqualTo("table t, column v, rowid=1");
                    assertThat(finding.why()).contains(words);
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    DATE | 951782400000                    | 59
                    DATE | '2000-02-29T00:00:00.000+00:00' | 59
                    TIME | '1970-01-01T00:00:01.000+00:00' | 1000000
                    TIME | 86399999                        | 86399999000
                    """)
    void a_date_or_a_time_of_day_is_an_instant_too(String type, String value, long carrier) {
        LogicalType logical = type.equals("DATE") ? new LogicalType.Date() : new LogicalType.Time();
        TableCensus census = census(table("DATETIME", logical, InstantForm.ISO_TEXT, value));

        assertThat(census.findings()).isEmpty();
        assertThat(((LongVector) rows(census.table()).column(0)).get(0)).isEqualTo(carrier);
        assertThat(rewritten(census.table())).isEqualTo(stored());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    DATE | '2000-02-29T00:00:01.000+00:00' | no whole day
                    TIME | '1970-01-02T00:00:01.000+00:00' | another day
                    """)
    void a_moment_that_a_date_or_a_time_of_day_would_bend_is_refused(String type, String value, String words) {
        LogicalType logical = type.equals("DATE") ? new LogicalType.Date() : new LogicalType.Time();
        assertThat(census(table("DATETIME", logical, InstantForm.ISO_TEXT, value))
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.why()).contains(words));
    }

    @Test
    void milliseconds_cannot_say_a_microsecond() {
        Table fine = census(table("DATETIME", TIMESTAMP, InstantForm.ISO_TEXT, "'2000-01-01T00:00:00.000001+00:00'"))
                .table();
        Table coarse = withType(fine, new ColumnType(TIMESTAMP, "DATETIME", InstantForm.MILLISECONDS));

        DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> rewritten(fine, coarse));

        assertThat(refused.problem().where()).contains("table t, column v, row 1 ");
        assertThat(refused.problem().remedy()).contains("UPDATE \"t\" SET \"v\" = date_trunc('milliseconds', \"v\")");
    }

    /** A value in SQL, and the text of PostgreSQL's jsonb. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    '{"a":1}'                      | {"a": 1}
                    '{"a":[1,2.5,{"z":true}]}'     | {"a": [1, 2.5, {"z": true}]}
                    'null'                         | null
                    '"null"'                       | "null"
                    '"1"'                          | "1"
                    '12'                           | 12
                    9007199254740993               | 9007199254740993
                    9223372036854775807            | 9223372036854775807
                    -1.5                           | -1.5
                    '12345678901234567000'         | 12345678901234567000
                    1e-7                           | 0.0000001
                    '[]'                           | []
                    '{}'                           | {}
                    '["ü😀\\n\\u0001\\"\\\\ , : "]'  | ["ü😀\\n\\u0001\\"\\\\ , : "]
                    """)
    void json_is_read_and_comes_back(String value, String carrier) {
        TableCensus census = census(table("JSONB", JSONB, new CompactJson(), value));

        assertThat(census.findings()).isEmpty();
        assertThat(text(rows(census.table()))).isEqualTo(carrier);
        assertThat(rewritten(census.table())).isEqualTo(stored());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    '{"bb":1,"a":2,"bb":3}' | {"a": 2, "bb": 3} | {"a":2,"bb":3}
                    ' [1, 1e2, 1.50] '      | [1, 100, 1.50]    | [1,100,1.50]
                    '"\\u00fc\\/"'          | "ü/"              | "ü/"
                    """)
    void json_that_jsonb_would_write_in_another_way_is_reported(String value, String carrier, String back) {
        TableCensus census = census(table("JSONB", JSONB, new CompactJson(), value));

        assertThat(census.findings()).extracting(Problem::code).containsExactly(ProblemCode.FORM_NOT_KEPT);
        assertThat(text(rows(census.table()))).isEqualTo(carrier);
        assertThat(rewritten(census.table())).containsExactly("text|" + back);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    'not json'     | not JSON
                    '{"a":1} 2'    | not JSON
                    '"\\u0000"'    | \\u0000
                    '"\\ud800"'    | not JSON
                    x'31'          | a blob
                    9e999          | not JSON
                    """)
    void what_jsonb_cannot_hold_is_refused(String value, String words) {
        assertThat(census(table("JSONB", JSONB, new CompactJson(), value)).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.refuses()).isTrue();
                    assertThat(finding.where()).isEqualTo("table t, column v, rowid=1");
                    assertThat(finding.why()).contains(words);
                });
    }

    private Path file() {
        return folder.resolve("app.db");
    }

    private Table table(String declared, LogicalType type, StoredForm form, String... values) {
        Databases.make(
                file(),
                "CREATE TABLE t (v " + declared + ")",
                "INSERT INTO t VALUES (" + String.join("), (", values) + ")");
        try (Source source = SqliteSource.open(new SqliteFile(file()))) {
            return withType(Databases.table(source, "t"), new ColumnType(type, declared, form));
        }
    }

    private static Table withType(Table table, ColumnType type) {
        Column column = table.columns().get(0);
        return table.withColumns(List.of(column.withType(type)));
    }

    private TableCensus census(Table table) {
        try (Source source = SqliteSource.open(new SqliteFile(file()))) {
            return source.census(table, true, ColumnRules.NONE);
        }
    }

    private Batch rows(Table table) {
        Batch batch = Batch.of(table);
        try (Source source = SqliteSource.open(new SqliteFile(file()));
                RowReader reader = source.read(table)) {
            reader.next(batch);
            return batch;
        }
    }

    private static String text(Batch batch) {
        return new String(((BytesVector) batch.column(0)).copy(0), UTF_8);
    }

    private List<String> rewritten(Table table) {
        return rewritten(table, table);
    }

    private List<String> rewritten(Table read, Table written) {
        Path copy = folder.resolve("copy.db");
        try (Target target = SqliteTarget.open(new SqliteFile(copy))) {
            target.begin(Map.of());
            new SqliteDialect().create(written).beforeRows().forEach(target::execute);
            try (RowWriter writer = target.write(written)) {
                writer.write(rows(read));
                writer.finish();
            }
            target.commit();
        }
        return stored(copy);
    }

    private List<String> stored() {
        return stored(file());
    }

    private static List<String> stored(Path file) {
        return Databases.query(file, "SELECT typeof(v), v FROM t");
    }
}
