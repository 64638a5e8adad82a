package io.github.dbsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type, with null, extremes and odd forms, out by binary COPY and in by both: what PostgreSQL prints stays the same. */
@Tag("locale")
class ValuesTest {

    private record Values(String type, List<String> literals) {
        Values(String type, String... literals) {
            this(type, List.of(literals));
        }
    }

    private static Stream<Values> values() {
        return Stream.of(
                new Values("boolean", "true", "false"),
                new Values("smallint", "-32768", "0", "32767"),
                new Values("integer", "-2147483648", "-1", "2147483647"),
                new Values("bigint", "-9223372036854775808", "0", "9223372036854775807"),
                new Values(
                        "real",
                        "0.1",
                        "-0",
                        "NaN",
                        "Infinity",
                        "-Infinity",
                        "1e-45",
                        "3.4028235e38",
                        "16777216",
                        "16777217",
                        "123456792",
                        "1e10"),
                new Values(
                        "double precision",
                        "0.1",
                        "-0",
                        "NaN",
                        "Infinity",
                        "-Infinity",
                        "5e-324",
                        "1.7976931348623157e308",
                        "9007199254740993",
                        "1e22",
                        "1e23"),
                new Values(
                        "numeric",
                        "0",
                        "0.00",
                        "-0.5",
                        "1",
                        "10000",
                        "9999.9999",
                        "12345678.90",
                        "0.0001",
                        "0.00001",
                        "100000000",
                        "-123456789012345678901234567890.123456789",
                        "NaN",
                        "Infinity",
                        "-Infinity",
                        "1e300",
                        "1e-300",
                        "0.10",
                        "1000000000000",
                        "99990000",
                        "0.000000010000"),
                new Values("numeric(12,2)", "0", "1.5", "-9999999999.99", "0.01", "NaN"),
                new Values(
                        "text",
                        "",
                        "abc",
                        "tab\there",
                        "line\nfeed",
                        "carriage\rreturn",
                        "back\\slash",
                        "\\N",
                        "\\.",
                        "é€😀",
                        "'quotes'",
                        "\u0001\u007f",
                        " "),
                new Values("character varying(10)", "", "0123456789", "  "),
                new Values("character(5)", "", "ab", "abcde", " a"),
                new Values("bytea", "\\x", "\\x00", "\\x00ff10", "\\x5c5c"),
                new Values(
                        "date",
                        "4713-01-01 BC",
                        "0001-12-31 BC",
                        "0001-01-01",
                        "1999-12-31",
                        "2000-01-01",
                        "2024-02-29",
                        "10000-01-01",
                        "5874897-12-31",
                        "infinity",
                        "-infinity"),
                new Values("time", "00:00", "24:00", "23:59:59.999999", "12:34:56.1"),
                new Values("time(3)", "12:34:56.123"),
                new Values(
                        "timestamp",
                        "4713-01-01 00:00:00 BC",
                        "1999-12-31 23:59:59.999999",
                        "2000-01-01",
                        "294276-12-31 23:59:59.999999",
                        "infinity",
                        "-infinity",
                        "0001-12-31 23:59:59.5 BC"),
                new Values("timestamp(3)", "2024-06-01 12:00:00.123"),
                new Values(
                        "timestamptz",
                        "4713-01-01 00:00:00+00 BC",
                        "2024-06-01 12:00:00.123456+05:30",
                        "infinity",
                        "-infinity"),
                new Values("uuid", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff"),
                new Values("json", "{\"b\": 1,  \"a\":2, \"a\":3}", "null", "\"\\u0000\"", "[1,\n2]"),
                new Values("jsonb", "{\"b\": 1,  \"a\":2, \"a\":3}", "null", "1.10", "\"\\\\ \\n\""),
                new Values("\"char\"", "a", "", "\\"),
                new Values("name", "abc"),
                new Values("bit(8)", "00001111"),
                new Values("bit varying", "", "101"),
                new Values("money", "1.00", "-12345.67"),
                new Values("interval", "1 year 2 mons 3 days 04:05:06.789", "-1 day +02:03", "0"),
                new Values("timetz", "12:00:00+05:30", "24:00:00-15:59"),
                new Values("inet", "10.0.0.1", "10.0.0.1/8", "::1"),
                new Values("cidr", "10.0.0.0/8"),
                new Values("macaddr", "08:00:2b:01:02:03"),
                new Values("xml", "<a>&lt;\n</a>", ""),
                new Values("tsvector", "'a':1 'b\\\\c':2A"),
                new Values("tsquery", "'a' & 'b'"),
                new Values("point", "(1,2.5)"),
                new Values("polygon", "((0,0),(1,1),(1,0))"),
                new Values("int4range", "[1,5)", "empty", "(,)"),
                new Values("int4multirange", "{[1,2),[5,6)}"),
                new Values("integer[]", "{1,NULL,3}", "[2:3]={1,2}", "{}", "{{1,2},{3,4}}"),
                new Values("text[]", "{a,\"b,c\",\"\",NULL,\"NULL\",\"q\\\"\\\\\"}"),
                new Values("numeric[]", "{1.50,NaN}"),
                new Values("pg_lsn", "16/B374D848"),
                new Values("oid", "4294967295"),
                new Values("regclass", "pg_class"),
                new Values("jsonpath", "$.\"a\"[*]"),
                new Values("mood", "sad", "it's ok"),
                new Values("posint", "7"),
                new Values("pair", "(1,\"x, y\")", "(,)", "(,\"\")"),
                new Values("pair[]", "{\"(1,a)\"}"));
    }

    private static List<Integer> majors() {
        return PostgresServers.majors();
    }

    /** One database for all types: a table each, named after the type, in three schemas. */
    @ParameterizedTest
    @MethodSource("majors")
    void everyValueStaysWhatItIs(int major) throws SQLException {
        PostgresDatabase database = PostgresServers.major(major).createDatabase();
        make(database);

        try (Source source = PostgresSource.open(database)) {
            List<Table> originals = originals(source);
            copyByTarget(database, source, originals);
            copyByText(database, source, originals);
        }

        List<String> original = printed(database, "original");
        assertThat(original)
                .hasSize(values().mapToInt(values -> values.literals().size() + 1)
                        .sum());
        assertThat(printed(database, "by_target")).isEqualTo(original);
        assertThat(printed(database, "by_text")).isEqualTo(original);
    }

    private static String table(String schema, Values values) {
        return Quoting.name(new QualifiedName(schema, values.type()));
    }

    /** Every value of a schema as PostgreSQL prints it, with its type. Null is told from a row of nulls, which format() prints. */
    private static List<String> printed(PostgresDatabase database, String schema) {
        String rows = values().map(values -> "SELECT " + Quoting.literal(values.type()) + " || id || ': ' || "
                        + "CASE WHEN v IS DISTINCT FROM NULL THEN format('%s', v) ELSE 'null' END FROM "
                        + table(schema, values))
                .collect(Collectors.joining(" UNION ALL "));
        return Sql.texts(database, rows);
    }

    private static void make(PostgresDatabase database) {
        Sql.run(
                database,
                "CREATE TYPE mood AS ENUM ('sad', 'it''s ok')",
                "CREATE DOMAIN posint AS integer CHECK (value > 0)",
                "CREATE TYPE pair AS (a integer, b text)",
                "CREATE SCHEMA original; CREATE SCHEMA by_target; CREATE SCHEMA by_text");
        Sql.run(database, values().flatMap(ValuesTest::tables).toArray(String[]::new));
    }

    private static Stream<String> tables(Values values) {
        String original = table("original", values);
        String rows = values.literals().stream()
                .map(literal -> "(" + Quoting.literal(literal) + ")")
                .collect(Collectors.joining(", "));
        return Stream.of(
                "CREATE TABLE " + original + " (id serial PRIMARY KEY, v " + values.type() + ")",
                "INSERT INTO " + original + " (v) VALUES " + rows + ", (NULL)",
                "CREATE TABLE " + table("by_target", values) + " (LIKE " + original + ")",
                "CREATE TABLE " + table("by_text", values) + " (LIKE " + original + ")");
    }

    private static List<Table> originals(Source source) {
        return source.catalog().tables().stream()
                .filter(table -> table.name().schema().equals("original"))
                .toList();
    }

    private static Table named(String schema, Table table) {
        return table.renamed(name -> new QualifiedName(schema, name.name()));
    }

    private static void copyByTarget(PostgresDatabase database, Source source, List<Table> originals) {
        try (Target target = PostgresTarget.open(database)) {
            for (Table original : originals) {
                copy(source, original, target.write(named("by_target", original)));
            }
            target.commit();
        }
    }

    private static void copyByText(PostgresDatabase database, Source source, List<Table> originals)
            throws SQLException {
        PostgresProblems problems = new PostgresProblems(database);
        try (Connection connection = PostgresConnection.open(database, List.of())) {
            for (Table original : originals) {
                TextCopyEncoder encoder = new TextCopyEncoder(forms(original));
                copy(source, original, CopyRowWriter.open(connection, problems, named("by_text", original), encoder));
            }
            connection.commit();
        }
    }

    private static List<ColumnForm> forms(Table table) {
        return table.storedColumns().stream()
                .map(column -> PostgresTypes.form(column.logical()))
                .toList();
    }

    private static void copy(Source source, Table original, RowWriter writer) {
        Batch batch = Batch.of(original);
        try (writer;
                RowReader reader = source.read(original)) {
            while (reader.next(batch)) {
                writer.write(batch);
            }
            writer.finish();
        }
    }
}
