package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.report.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has no place in a schema that is kept is refused with what helps, and nothing is changed. */
class KeptSchemaRefusedTest extends BothEnds {

    private static final String OLD_ROWS =
            "INSERT INTO author (name) VALUES ('old'); INSERT INTO book (author_id, title) VALUES (1, 'Old')";

    @BeforeEach
    void migrateBothEnds() throws SQLException {
        MigrationTools.flyway(database).migrate();
        MigrationTools.flyway(sqlite).migrate();
        Databases.run(database, OLD_ROWS);
        Databases.run(sqlite, OLD_ROWS);
    }

    @Test
    void a_table_that_the_schema_lacks() throws Exception {
        Problem problem = toPostgres("CREATE TABLE review (id INTEGER PRIMARY KEY); INSERT INTO review VALUES (1)");
        assertThat(problem.code()).isEqualTo(ProblemCode.SCHEMA_LACKS_TABLE);
        assertThat(problem.what()).contains("review");
        assertThat(problem.remedy())
                .contains("Add it by a migration of Flyway's", "-Ddbsync.exclude=review", "-Ddbsync.schema=push");
    }

    @Test
    void a_column_that_the_schema_lacks() throws Exception {
        Problem problem = toPostgres("ALTER TABLE book ADD COLUMN pages INTEGER");
        assertThat(problem.code()).isEqualTo(ProblemCode.SCHEMA_LACKS_COLUMN);
        assertThat(problem.text()).contains("pages", "Flyway owns", "Add it by a migration of Flyway's");
    }

    @Test
    void a_column_that_the_source_lacks_and_that_must_be_filled() throws Exception {
        Databases.run(database, "ALTER TABLE author ADD COLUMN born date NOT NULL DEFAULT now()");
        Databases.run(database, "ALTER TABLE author ALTER COLUMN born DROP DEFAULT");
        Problem problem = toPostgres("INSERT INTO author (name) VALUES ('Ada')");
        assertThat(problem.code()).isEqualTo(ProblemCode.SOURCE_LACKS_COLUMN);
        assertThat(problem.text()).contains("born", "Bring the source to the same state with its own migrations");
    }

    @Test
    void a_value_that_does_not_fit_the_type() throws Exception {
        Problem problem = toPostgres(
                "INSERT INTO author (name) VALUES ('Ada'); INSERT INTO book (author_id, title, price) VALUES (1, 'x', 'cheap')");
        assertThat(problem.code()).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
        assertThat(problem.where()).contains("book", "price", "rowid=2");
    }

    @Test
    void a_text_that_is_too_long() throws Exception {
        Problem problem = toPostgres("INSERT INTO author (name) VALUES ('" + "x".repeat(41) + "')");
        assertThat(problem.code()).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
        assertThat(problem.text()).contains("author", "name", "-Ddbsync.exclude=");
    }

    @Test
    void a_row_that_a_check_forbids() throws Exception {
        Databases.run(database, "ALTER TABLE author ADD CONSTRAINT short CHECK (length(name) < 4)");
        Problem problem = toPostgres("INSERT INTO author (name) VALUES ('Adam')");
        assertThat(problem.code()).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
        assertThat(problem.text()).contains("short", "author", "Correct the row at the source");
    }

    @Test
    void a_row_without_its_parent() throws Exception {
        Databases.run(sqlite, "CREATE TABLE child (id INTEGER PRIMARY KEY, author_id INTEGER)");
        Databases.run(
                database, "CREATE TABLE child (id int PRIMARY KEY, author_id bigint CONSTRAINT of REFERENCES author)");
        Problem problem = toPostgres("INSERT INTO child VALUES (1, 77)");
        assertThat(problem.code()).isEqualTo(ProblemCode.ORPHAN_ROWS);
        assertThat(problem.text()).contains("public.child", "Correct these rows at the source");
    }

    @Test
    void a_row_that_sqlite_forbids() throws Exception {
        Databases.run(database, "ALTER TABLE book DROP CONSTRAINT has_title");
        Problem problem = toSqlite(
                "INSERT INTO author (name) VALUES ('Ada'); INSERT INTO book (author_id, title) VALUES (1, '')");
        assertThat(problem.text()).contains("book", "has_title");
        assertThat(problem.remedy()).isNotBlank();
    }

    @Test
    void a_row_without_its_parent_in_sqlite() throws Exception {
        Databases.run(database, "ALTER TABLE book DROP CONSTRAINT written_by");
        Problem problem = toSqlite("INSERT INTO book (author_id, title) VALUES (77, 'x')");
        assertThat(problem.code()).isEqualTo(ProblemCode.ORPHAN_ROWS);
        assertThat(problem.text()).contains("book", "Correct these rows at the source");
    }

    @ParameterizedTest
    @CsvSource({"date, INTEGER", "timestamptz, BIGINT", "text, REAL", "uuid, BLOB", "bytea, TEXT", "text, BOOLEAN"})
    void a_column_of_sqlite_that_is_not_made_for_what_comes(String coming, String declared) throws Exception {
        Databases.run(sqlite, "ALTER TABLE author ADD COLUMN extra " + declared);
        Problem problem = toSqlite("ALTER TABLE author ADD COLUMN extra " + coming);
        assertThat(problem.code()).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
        assertThat(problem.text()).contains("extra", "declared " + declared, "dbsync.yaml");
    }

    @ParameterizedTest
    @CsvSource({"date, DATE", "boolean, INTEGER", "int, TEXT", "numeric, DECIMAL", "inet, STRING", "float8, REAL"})
    void a_column_of_sqlite_that_is_made_for_what_comes(String coming, String declared) throws Exception {
        Databases.run(sqlite, "ALTER TABLE author ADD COLUMN extra " + declared);
        Databases.run(database, "ALTER TABLE author ADD COLUMN extra " + coming);
        assertThat(Syncs.toSqlite(database, sqlite).outcome()).isEqualTo(Outcome.SYNCED);
    }

    /** The problem of a sync that is refused, after which the target is what it was. */
    private Problem toPostgres(String rows) throws SQLException {
        Databases.run(sqlite, rows);
        Image before = PostgresImage.of(database);
        DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> Syncs.toPostgres(sqlite, database));
        assertThat(PostgresImage.of(database).differencesTo(before)).isEmpty();
        assertThat(refused).isNotNull();
        return refused.problem();
    }

    /** The problem of a sync that is refused, after which the target is what it was. */
    private Problem toSqlite(String rows) throws SQLException, IOException {
        Databases.run(database, rows);
        String before = DigestUtils.sha256Hex(Files.readAllBytes(sqlite));
        DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> Syncs.toSqlite(database, sqlite));
        assertThat(DigestUtils.sha256Hex(Files.readAllBytes(sqlite))).isEqualTo(before);
        assertThat(refused).isNotNull();
        return refused.problem();
    }
}
