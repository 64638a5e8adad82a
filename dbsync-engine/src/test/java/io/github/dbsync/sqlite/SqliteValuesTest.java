package io.github.dbsync.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.batch.BytesVector;
import io.github.dbsync.batch.DoubleVector;
import io.github.dbsync.batch.LongVector;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.LogicalType;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.TableCensus;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.rules.ColumnRules;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Value by value, in the manner of Trino's type mapping tests: what is stored, in which carrier it travels, what comes back. */
@Tag("locale")
class SqliteValuesTest {

    private static final long DAY = 86_400_000_000L;

    @TempDir
    private Path folder;

    /** SQLite's own values: declared type, value in SQL, logical type proven, carrier. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    BOOLEAN        | 1                                | boolean          | 1
                    BOOLEAN        | 2                                | bigint           | 2
                    BOOLEAN        | 'true'                           | text             | true
                    INTEGER        | 9223372036854775807              | bigint           | 9223372036854775807
                    INTEGER        | -9223372036854775808             | bigint           | -9223372036854775808
                    SMALLINT       | 32767                            | smallint         | 32767
                    SMALLINT       | 32768                            | bigint           | 32768
                    INT4           | 2147483648                       | bigint           | 2147483648
                    INTEGER        | 1.5                              | double precision | 1.5
                    INTEGER        | 'abc'                            | text             | abc
                    INTEGER        | 1e300                            | double precision | 1.0E300
                    REAL           | 1                                | double precision | 1.0
                    REAL           | 4.9e-324                         | double precision | 4.9E-324
                    REAL           | 9e999                            | double precision | Infinity
                    REAL           | -9e999                           | double precision | -Infinity
                    ~~             | -0.0                             | double precision | -0.0
                    ~~             | 7                                | bigint           | 7
                    ~~             | 'text'                           | text             | text
                    ~~             | x'00ff'                          | blob             | 00ff
                    ~~             | x''                              | blob             |
                    TEXT           | ''                               | text             |
                    TEXT           | 12                               | text             | 12
                    TEXT           | x'0102'                          | blob             | 0102
                    BLOB           | 'text in a blob'                 | text             | text in a blob
                    VARCHAR(2)     | 'äö'                             | varchar(2)       | äö
                    VARCHAR(2)     | 'äöü'                            | text             | äöü
                    TEXT           | '😀 four bytes'                  | text             | 😀 four bytes
                    NUMERIC(10,2)  | 12.3                             | numeric(10,2)    | 12.30
                    NUMERIC(10,2)  | 12                               | numeric(10,2)    | 12.00
                    NUMERIC(10,2)  | -0.01                            | numeric(10,2)    | -0.01
                    NUMERIC(10,2)  | 12.345                           | numeric          | 12.345
                    NUMERIC(4,2)   | 100                              | numeric          | 100
                    NUMERIC(4,2)   | 9e999                            | numeric          | Infinity
                    NUMERIC        | 0.1                              | numeric          | 0.1
                    NUMERIC        | 1e-7                             | numeric          | 0.0000001
                    NUMERIC        | 12345678901234567890123          | numeric          | 12345678901234568000000
                    NUMERIC        | 9223372036854775807              | numeric          | 9223372036854775807
                    NUMERIC(10,2)  | 'n/a'                            | text             | n/a
                    DATE           | '2024-02-29'                     | date             | 8825
                    DATE           | '0001-01-01'                     | date             | -730119
                    DATE           | '9999-12-31'                     | date             | 2921939
                    DATE           | '2023-02-29'                     | text             | 2023-02-29
                    DATE           | '2024-02-29 10:00:00'            | timestamp        | 762516000000000
                    DATE           | 20240229                         | bigint           | 20240229
                    DATETIME       | '2000-01-01 00:00:00'            | timestamp        | 0
                    DATETIME       | '2000-01-01T00:00:00.123'        | timestamp        | 123000
                    DATETIME       | '2000-01-01T00:00:00.123456Z'    | timestamptz      | 123456
                    DATETIME       | '2000-01-01 00:00:01+00:00'      | timestamptz      | 1000000
                    DATETIME       | '2000-01-01 00:01'               | timestamp        | 60000000
                    DATETIME       | '2000-01-02'                     | timestamp        | 86400000000
                    DATETIME       | '1999-12-31 23:59:59'            | timestamp        | -1000000
                    DATETIME       | '2000-01-01 00:00:00+02:00'      | text             | 2000-01-01 00:00:00+02:00
                    DATETIME       | '2000-01-01 00:00:00.1234567'    | text             | 2000-01-01 00:00:00.1234567
                    DATETIME       | '2000-01-01 24:00:00'            | text             | 2000-01-01 24:00:00
                    DATETIME       | 946684800                        | bigint           | 946684800
                    DATETIME       | 2451544.5                        | double precision | 2451544.5
                    TIME           | '12:34'                          | time             | 45240000000
                    TIME           | '12:34:56.7'                     | time             | 45296700000
                    TIME           | '12:34:56Z'                      | text             | 12:34:56Z
                    UUID           | '00112233-4455-6677-8899-aabbccddeeff' | uuid       | 00112233445566778899aabbccddeeff
                    UUID           | '00112233-4455-6677-8899-AABBCCDDEEFF' | text       | 00112233-4455-6677-8899-AABBCCDDEEFF
                    JSON           | '{"a": 1}'                       | text             | {"a": 1}
                    """)
    void a_value_of_sqlite_travels_and_comes_back(String declared, String value, String proven, String carrier) {
        for (String encoding : List.of("UTF-8", "UTF-16le")) {
            SqliteFile original = Databases.make(
                    folder.resolve(encoding + ".db"),
                    "PRAGMA encoding = '" + encoding + "'",
                    "CREATE TABLE t (v " + declared + ")",
                    "INSERT INTO t VALUES (" + value + "), (NULL)");
            SqliteFile copy = new SqliteFile(folder.resolve(encoding + "-copy.db"));

            try (Source source = SqliteSource.open(original)) {
                TableCensus census = source.census(Databases.table(source, "t"), false, ColumnRules.NONE);
                assertThat(SqliteFindings.words(census.table().columns().get(0).logical()))
                        .isEqualTo(proven);
                assertThat(carriers(source, census.table()))
                        .containsExactly(String.valueOf(carrier == null ? "" : carrier), "null");
            }
            Databases.copy(original, copy);

            assertThat(Databases.cells(copy.path(), "t")).isEqualTo(Databases.cells(original.path(), "t"));
        }
    }

    /** Values of PostgreSQL: logical type, carrier, storage class here, what is stored. */
    static Stream<Arguments> foreignValues() {
        return Stream.of(
                arguments(new LogicalType.Bool(), 1L, "integer", "1"),
                arguments(new LogicalType.Int(2), -32768L, "integer", "-32768"),
                arguments(new LogicalType.Int(8), Long.MIN_VALUE, "integer", "-9223372036854775808"),
                arguments(new LogicalType.Float(4), 0.1, "real", "0.1"),
                arguments(new LogicalType.Float(8), -0.0, "blob", "8000000000000000"),
                arguments(new LogicalType.Float(8), Double.NaN, "blob", "7FF8000000000000"),
                arguments(new LogicalType.Float(8), Double.NEGATIVE_INFINITY, "real", "-Inf"),
                arguments(new LogicalType.Decimal(10, 2), "12.30", "text", "12.30"),
                arguments(
                        new LogicalType.Decimal(null, null),
                        "123456789012345678.900",
                        "text",
                        "123456789012345678.900"),
                arguments(new LogicalType.Decimal(null, null), "NaN", "text", "NaN"),
                arguments(new LogicalType.Decimal(null, null), "-Infinity", "text", "-Infinity"),
                arguments(new LogicalType.Decimal(3, -2), "12300", "text", "12300"),
                arguments(new LogicalType.Text(null, false), "1e5", "text", "1e5"),
                arguments(new LogicalType.Text(5, true), "ab   ", "text", "ab   "),
                arguments(new LogicalType.Bytes(), new byte[] {0, 1, -1}, "blob", "0001FF"),
                arguments(new LogicalType.Date(), 0L, "text", "2000-01-01"),
                arguments(new LogicalType.Date(), Long.MAX_VALUE, "text", "infinity"),
                arguments(new LogicalType.Date(), -746_117L, "text", "0044-03-15 BC"),
                arguments(new LogicalType.Date(), 3_652_425L, "text", "12000-01-01"),
                arguments(new LogicalType.Time(), DAY, "text", "24:00:00"),
                arguments(new LogicalType.Time(), 45_296_700_000L, "text", "12:34:56.7"),
                arguments(new LogicalType.Timestamp(false), 1L, "text", "2000-01-01 00:00:00.000001"),
                arguments(new LogicalType.Timestamp(false), Long.MIN_VALUE, "text", "-infinity"),
                arguments(new LogicalType.Timestamp(true), 500_000L, "text", "2000-01-01 00:00:00.5+00:00"),
                arguments(new LogicalType.Timestamp(true), -730_485 * DAY, "text", "0001-01-01 00:00:00+00:00 BC"),
                arguments(new LogicalType.Timestamp(false), 106_751_982 * DAY, "text", "294276-12-31 00:00:00"),
                arguments(
                        new LogicalType.Uuid(),
                        HexFormat.of().parseHex("1e5f0000000000000000000000000007"),
                        "text",
                        "1e5f0000-0000-0000-0000-000000000007"),
                arguments(new LogicalType.Json(true), "1.0", "text", "1.0"),
                arguments(new LogicalType.Printed("bit(8)"), "00001111", "text", "00001111"),
                arguments(new LogicalType.Printed("interval"), "1 day 02:03:04", "text", "1 day 02:03:04"),
                arguments(new LogicalType.Printed("integer[]"), "[2:3]={1,2}", "text", "[2:3]={1,2}"));
    }

    @ParameterizedTest
    @MethodSource("foreignValues")
    void a_foreign_value_is_stored_and_comes_back(LogicalType type, Object carrier, String storage, String stored) {
        Path file = folder.resolve("made.db");
        Table table = new Table(
                QualifiedName.of("t"),
                List.of(new Column("v", new ColumnType(type, "foreign"), true, null, null, null, null)),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        Table here =
                new SqliteDialect().translate(List.of(table), List.of()).get(0).table();
        try (Target target = SqliteTarget.open(new SqliteFile(file))) {
            target.begin(Map.of());
            new SqliteDialect().create(here).beforeRows().forEach(target::execute);
            try (RowWriter writer = target.write(here)) {
                writer.write(batch(here, carrier));
                writer.finish();
            }
            target.commit();
        }

        assertThat(Databases.query(file, "SELECT typeof(v), CASE typeof(v) WHEN 'blob' THEN hex(v) ELSE v END FROM t"))
                .containsExactly(storage + "|" + stored, "null|null");
        try (Source source = SqliteSource.open(new SqliteFile(file))) {
            Table recalled = Databases.table(source, "t").withColumns(here.columns());
            assertThat(source.census(recalled, true, ColumnRules.NONE).findings())
                    .isEmpty();
            assertThat(carriers(source, recalled)).containsExactly(text(carrier), "null");
        }
    }

    private static Batch batch(Table table, Object value) {
        Batch batch = Batch.of(table);
        if (value instanceof Long number) {
            batch.longs(0).set(0, number);
        } else if (value instanceof Double number) {
            batch.doubles(0).set(0, number);
        } else if (value instanceof String text) {
            batch.bytes(0).set(0, text.getBytes(UTF_8));
        } else {
            batch.bytes(0).set(0, (byte[]) value);
        }
        batch.endRow();
        batch.column(0).setNull(1);
        batch.endRow();
        return batch;
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? Databases.hex(bytes) : value.toString();
    }

    private static List<String> carriers(Source source, Table table) {
        Batch batch = Batch.of(table);
        LogicalType type = table.columns().get(0).logical();
        try (RowReader reader = source.read(table)) {
            assertThat(reader.next(batch)).isTrue();
            return Stream.of(0, 1).map(row -> carrier(batch, row, type)).toList();
        }
    }

    private static String carrier(Batch batch, int row, LogicalType type) {
        if (batch.column(0).isNull(row)) {
            return "null";
        } else if (batch.column(0) instanceof LongVector longs) {
            return Long.toString(longs.get(row));
        } else if (batch.column(0) instanceof DoubleVector doubles) {
            return Double.toString(doubles.get(row));
        }
        byte[] bytes = ((BytesVector) batch.column(0)).copy(row);
        boolean binary = type instanceof LogicalType.Bytes || type instanceof LogicalType.Uuid;
        return binary ? Databases.hex(bytes) : new String(bytes, UTF_8);
    }
}
