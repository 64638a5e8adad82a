package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.prisma.PrismaApplication;
import io.github.dbsync.prisma.RealPrisma;
import io.github.dbsync.prisma.Schemas;
import io.github.dbsync.report.SyncReport;
import io.github.dbsync.rules.ColumnRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real Prisma Client wrote on one side, another reads on the other, and each filter finds the same rows. */
class PrismaValuesTest {

    private static final String ISO_TEXT = "iso8601";
    private static final String MILLISECONDS = "unixepoch-ms";

    @TempDir
    private Path folder;

    private Path schema;
    private Path sqlite;
    private PostgresDatabase database;

    @BeforeEach
    void makeTheApplication() throws IOException {
        schema = folder.resolve("schema.prisma");
        Files.copy(Schemas.resource("values/values.prisma"), schema);
        sqlite = folder.resolve("app.db");
        database = PostgresServers.major(15).createDatabase();
    }

    @ParameterizedTest
    @ValueSource(strings = {ISO_TEXT, MILLISECONDS})
    void from_sqlite_and_back(String timestampFormat) {
        List<String> before = writtenOnSqlite(timestampFormat);
        assertThat(before).hasSizeGreaterThan(100).noneMatch(line -> line.endsWith(": []"));

        Syncs.toPostgres(sqlite, database);
        assertThat(RealPrisma.on(database).drift(schema)).isEmpty();
        assertThat(PrismaApplication.on(database, schema).sees()).isEqualTo(before);

        Path back = folder.resolve("back.db");
        Syncs.toSqlite(database, back);
        assertThat(RealPrisma.on(back).drift(schema)).isEmpty();
        assertThat(PrismaApplication.on(back, schema, timestampFormat).sees()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    iso8601      | package.json | { "dependencies": { "@prisma/client": "^7.1.0" } }
                    unixepoch-ms | package.json | { "dependencies": { "@prisma/client": "^6.2.0" } }
                    unixepoch-ms | src/db.ts    | new PrismaLibSql({ url }, { timestampFormat: 'unixepoch-ms' })
                    """)
    void from_postgresql_in_the_form_that_the_application_says_and_back(
            String timestampFormat, String file, String text) throws IOException {
        Files.createDirectories(folder.resolve("src"));
        Files.writeString(folder.resolve(file), text);
        List<String> before = writtenOnPostgres();

        SyncReport report = Syncs.toSqlite(database, sqlite);
        assertThat(findings(report)).extracting(Problem::code).contains(ProblemCode.PRISMA_DATE_FORM);
        assertThat(RealPrisma.on(sqlite).drift(schema)).isEmpty();
        assertThat(PrismaApplication.on(sqlite, schema, timestampFormat).sees()).isEqualTo(before);

        PostgresDatabase back = PostgresServers.major(15).createDatabase();
        Syncs.toPostgres(sqlite, back);
        assertThat(RealPrisma.on(back).drift(schema)).isEmpty();
        assertThat(PrismaApplication.on(back, schema).sees()).isEqualTo(before);
    }

    @Test
    void the_rows_that_the_target_has_say_the_form_before_the_files_do() {
        writtenOnSqlite(MILLISECONDS);
        List<String> before = writtenOnPostgres();

        Syncs.toSqlite(database, sqlite);

        assertThat(PrismaApplication.on(sqlite, schema, MILLISECONDS).sees()).isEqualTo(before);
    }

    @Test
    void dates_of_several_forms_in_one_column_arrive_and_are_reported() throws Exception {
        List<String> before = writtenOnSqlite(ISO_TEXT);
        set("moment = 1704164645678", "moment usual");
        set("moment = '2024-06-01 00:00:00'", "moment midnight");
        set("moment = '2024-06-01T12:30:00Z'", "moment seconds");

        SyncReport report = Syncs.toPostgres(sqlite, database);

        assertThat(findings(report))
                .filteredOn(finding -> finding.code() == ProblemCode.FORM_NOT_KEPT)
                .extracting(Problem::what)
                .contains("3 values do not come back to all_values.moment in the same characters.");
        assertThat(PrismaApplication.on(database, schema).sees()).isEqualTo(before);
    }

    private void set(String change, String name) throws SQLException {
        Databases.run(sqlite, "UPDATE all_values SET " + change + " WHERE name = '" + name + "'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    flag = 2                              | all_values, column flag, rowid=1   | out of the type's range
                    moment = 'tomorrow'                   | all_values, column moment, rowid=1 | no date
                    moment = 2460310.5                    | all_values, column moment, rowid=1 | floating-point
                    role = 'nobody'                       | all_values, column role, rowid=1   | enum
                    json = '{a:1}'                        | all_values, column json, rowid=1   | not JSON
                    bytes = 'text'                        | all_values, column bytes, rowid=1  | text
                    decimal = 'many'                      | all_values, column decimal, rowid=1 | not a number
                    moment = '2024-01-01T00:00:00.123456Z' | all_values, column moment, rowid=1 | more digits
                    """)
    void what_the_other_side_would_bend_is_refused_by_row(String change, String where, String why) throws Exception {
        RealPrisma.on(sqlite).push(schema);
        Databases.run(
                sqlite, "INSERT INTO all_values (name, updated) VALUES ('awkward', '2024-01-01T00:00:00.000+00:00')");
        set(change, "awkward");

        DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> Syncs.toPostgres(sqlite, database));

        assertThat(refused.problem().code()).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
        assertThat(refused.problem().where()).contains(where);
        assertThat(refused.problem().why()).contains(why);
        assertThat(Databases.query(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactly("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    decimal | 12345678901234567890.123456789 | Correct it at the source
                    decimal | 0.1234567890123456789          | Correct it at the source
                    """)
    void what_sqlite_would_bend_is_refused_by_row(String column, String value, String remedy) throws Exception {
        List<String> before = writtenOnSqlite(ISO_TEXT);
        RealPrisma.on(database).push(schema);
        Databases.run(
                database,
                "INSERT INTO all_values (name, updated, \"" + column + "\") VALUES ('awkward', '2024-01-01', " + value
                        + ")");

        DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> Syncs.toSqlite(database, sqlite));

        assertThat(refused.problem().code()).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
        assertThat(refused.problem().where()).contains("all_values, column " + column + ", row 1");
        assertThat(refused.problem().remedy()).contains(remedy);
        assertThat(PrismaApplication.on(sqlite, schema, ISO_TEXT).sees()).isEqualTo(before);
    }

    @Test
    void a_rule_wins_over_what_prisma_says_of_a_column() throws Exception {
        List<String> before = writtenOnSqlite(ISO_TEXT);
        set("moment = CAST(strftime('%s', moment) AS INTEGER)", "moment seconds");
        Databases.run(sqlite, "DELETE FROM all_values WHERE moment IS NOT NULL AND name <> 'moment seconds'");

        Syncs.toPostgres(sqlite, database, rule("unit", "seconds"));
        assertThat(PrismaApplication.on(database, schema).sees())
                .containsAll(lines(before, "\"name\":\"moment seconds\""));

        Path back = folder.resolve("back.db");
        Databases.run(database, "DROP SCHEMA dbsync CASCADE");
        Syncs.toSqlite(database, back, rule("form", "YYYY-MM-DDTHH:MM:SS+00:00"));
        assertThat(Databases.query(back, "SELECT moment FROM all_values WHERE moment IS NOT NULL"))
                .containsExactly("2024-06-01T12:30:00+00:00");
    }

    private static ColumnRules rule(String word, String value) {
        return ColumnRules.ofPom(List.of(List.of(
                Map.entry("column", "all_values.moment"), Map.entry("type", "timestamp"), Map.entry(word, value))));
    }

    private static List<String> lines(List<String> seen, String part) {
        return seen.stream().filter(line -> line.contains(part)).toList();
    }

    /** The schema names types that Prisma does not have on SQLite, so that an application there has another. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void types_of_postgresql_alone_there_and_back(boolean remembered) throws Exception {
        Files.copy(Schemas.resource("values/native.prisma"), schema, StandardCopyOption.REPLACE_EXISTING);
        Path lowered = Schemas.resource("values/native-lowered.prisma");
        List<String> before = writtenOnPostgres();

        Syncs.toSqlite(database, sqlite);
        assertThat(RealPrisma.on(sqlite).drift(lowered)).isEmpty();
        assertThat(PrismaApplication.on(sqlite, lowered, ISO_TEXT).sees()).isEqualTo(before);

        if (!remembered) {
            Databases.run(sqlite, "DROP VIEW dbsync_memory");
        }
        PostgresDatabase back = PostgresServers.major(15).createDatabase();
        Syncs.toPostgres(sqlite, back);
        assertThat(RealPrisma.on(back).drift(schema)).isEmpty();
        assertThat(PrismaApplication.on(back, schema).sees()).isEqualTo(before);
    }

    private List<String> writtenOnSqlite(String timestampFormat) {
        RealPrisma.on(sqlite).push(schema);
        PrismaApplication application = PrismaApplication.on(sqlite, schema, timestampFormat);
        application.write();
        return application.sees();
    }

    private List<String> writtenOnPostgres() {
        RealPrisma.on(database).push(schema);
        PrismaApplication application = PrismaApplication.on(database, schema);
        application.write();
        return application.sees();
    }

    private static List<Problem> findings(SyncReport report) {
        return report.findings();
    }
}
