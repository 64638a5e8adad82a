package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.embedded.DisposableServer;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.postgres.Values;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of PostgreSQL goes through SQLite and comes back, on every major version and whatever the servers' settings. */
class TypesTest {

    /** Settings that print, and partly read, values otherwise than dbsync must. */
    private static final List<String> HOSTILE = List.of(
            "DateStyle = 'SQL, DMY'",
            "IntervalStyle = 'sql_standard'",
            "extra_float_digits = -15",
            "bytea_output = 'escape'",
            "xmloption = 'document'",
            "TimeZone = 'America/St_Johns'",
            "array_nulls = off",
            "transform_null_equals = on",
            "quote_all_identifiers = on",
            "standard_conforming_strings = off",
            "default_transaction_isolation = 'serializable'",
            "search_path = 'nowhere'");

    /** As {@link Values} are read, and printed without any loss. */
    private static final String PLAIN =
            "SET search_path = public; SET DateStyle = 'ISO, MDY'; SET IntervalStyle = 'postgres';"
                    + " SET extra_float_digits = 3; SET bytea_output = 'hex'; SET xmloption = 'content'; SET TimeZone = 'UTC';"
                    + " SET array_nulls = on; SET standard_conforming_strings = on; SET quote_all_identifiers = off";

    /** Where each value beyond its type is tried in turn. */
    private static PostgresDatabase reused;

    @TempDir
    private Path folder;

    @BeforeAll
    static void makeTypes() throws SQLException {
        reused = PostgresServers.major(15).createDatabase();
        Databases.run(reused, Values.TYPES);
    }

    @ParameterizedTest
    @MethodSource("io.github.dbsync.embedded.PostgresServers#majors")
    void every_value_comes_back_through_sqlite(int major) throws SQLException {
        DisposableServer server = PostgresServers.major(major);
        assertComeBack(server.createDatabase(), server.createDatabase());
    }

    @Test
    void settings_of_the_databases_bend_no_value() throws SQLException {
        assertComeBack(hostileDatabase(), hostileDatabase());
    }

    private void assertComeBack(PostgresDatabase original, PostgresDatabase back) throws SQLException {
        makeTables(original);
        Syncs.toSqlite(original, folder.resolve("copy.db"));
        Syncs.toPostgres(folder.resolve("copy.db"), back);

        List<List<String>> rows = rows(original);
        assertThat(rows).hasSize((int)
                Values.all().mapToLong(values -> values.literals().size() + 1).sum());
        assertThat(rows(back)).isEqualTo(rows);
    }

    private static PostgresDatabase hostileDatabase() throws SQLException {
        PostgresDatabase database = PostgresServers.major(15).createDatabase();
        for (String setting : HOSTILE) {
            Databases.run(database, "ALTER DATABASE " + database.database() + " SET " + setting);
        }
        return database;
    }

    private static void makeTables(PostgresDatabase database) throws SQLException {
        try (Connection connection = Databases.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(PLAIN);
            statement.execute(Values.TYPES);
            for (Values values : Values.all().toList()) {
                String rows = values.literals().stream()
                        .map(literal -> "('" + literal.replace("'", "''") + "')")
                        .collect(Collectors.joining(", "));
                statement.execute(
                        "CREATE TABLE " + table(values) + " (id serial PRIMARY KEY, v " + values.type() + ")");
                statement.execute("INSERT INTO " + table(values) + " (v) VALUES " + rows + ", (NULL)");
            }
        }
    }

    private static String table(Values values) {
        return "\"of " + values.type().replace("\"", "\"\"") + "\"";
    }

    /** As PostgreSQL prints them; null is told from a row of nulls. */
    private static List<List<String>> rows(PostgresDatabase database) throws SQLException {
        String all = Values.all()
                .map(values -> "SELECT '" + values.type()
                        + "', id, pg_typeof(v), v IS NOT DISTINCT FROM NULL, format('%s', v) FROM " + table(values))
                .collect(Collectors.joining(" UNION ALL "));
        try (Connection connection = Databases.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(PLAIN);
            return Image.rows(connection, all);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    boolean         | true         | 2
                    smallint        | 1            | 32768
                    integer         | 1            | -2147483649
                    bigint          | 1            | 9223372036854775808.0
                    real            | 1            | 1e39
                    numeric(5,2)    | 1.50         | '1000.00'
                    numeric         | 1.50         | 'one'
                    varchar(3)      | abc          | 'abcd'
                    date            | 2024-02-29   | '2023-02-29'
                    date            | 2024-02-29   | '5874898-01-01'
                    time            | 12:00        | '24:00:01'
                    timestamp       | 2024-01-01   | '294277-01-01 00:00:00'
                    timestamptz     | 2024-01-01   | '2024-01-01 25:00:00+00'
                    uuid            | ffffffff-ffff-ffff-ffff-ffffffffffff | 'ffff'
                    jsonb           | 1            | '{'
                    json            | 1            | '{"a":}'
                    jsonb           | 1            | '"\\u0000"'
                    bit(3)          | 101          | '1010'
                    interval        | 1 day        | '1 dai'
                    inet            | 10.0.0.1     | '10.0.0.256'
                    int4range       | [1,2)        | '[2,1)'
                    integer[]       | {1}          | '{2147483648}'
                    money           | 1            | '92233720368547758.08'
                    posint          | 1            | '0'
                    pair            | (1,a)        | '(1,a,b)'
                    xml             | <a/>         | '<a>'
                    ltree           | a.b          | 'a..b'
                    """)
    void what_is_just_beyond_a_type_is_refused_on_the_way_back(String type, String within, String beyond)
            throws SQLException {
        Databases.run(
                reused,
                "DROP TABLE IF EXISTS t; CREATE TABLE t (id int PRIMARY KEY, v " + type
                        + "); INSERT INTO t VALUES (1, '" + within + "'), (2, NULL)");
        Path sqlite = folder.resolve("copy.db");
        Syncs.toSqlite(reused, sqlite);
        Databases.run(sqlite, "UPDATE t SET v = " + beyond + " WHERE id = 2");

        DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> Syncs.toPostgres(sqlite, reused));

        assertThat(refused.problem().code()).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
        assertThat(refused.problem().where()).contains("t").containsAnyOf("rowid=2", "row 2");
        assertThat(beyond.length() < 6 || !refused.problem().text().contains(beyond.replace("'", "")))
                .as("no value in: %s", refused.problem().text())
                .isTrue();
        assertThat(Databases.query(reused, "SELECT count(v), count(*) FROM t")).containsExactly("1 2");
    }
}
