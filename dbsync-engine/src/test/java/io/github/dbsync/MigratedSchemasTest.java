package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.plan.SchemaMode;
import io.github.dbsync.plan.Selection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where migrations made the target's schema, only its rows are replaced, and the tool finds all as it left it. */
class MigratedSchemasTest extends BothEnds {

    private static final String NEW_ROWS = """
            INSERT INTO author (name) VALUES ('Ada'), ('Bob'), ('gone');
            INSERT INTO book (author_id, title, price, printed, sold, available) VALUES
              (1, 'Notes', '12.50', '1843-10-01', '2024-05-06 07:08:09.123456+00', true),
              (2, 'More', NULL, NULL, NULL, false);
            DELETE FROM author WHERE name = 'gone';
            DELETE FROM audit""";

    private static final String OLD_ROWS = """
            INSERT INTO author (name) VALUES ('old'), ('older');
            INSERT INTO book (author_id, title) VALUES (2, 'Old'), (2, 'Older'), (1, 'Oldest');
            DELETE FROM audit""";

    private static final String BOOKS = "SELECT id, author_id, title, loud, price, printed FROM book ORDER BY id";
    private static final List<String> NEW_BOOKS =
            List.of("1 1 Notes NOTES 12.50 1843-10-01", "2 2 More MORE null null");

    private static final String SOME_ROWS =
            "INSERT INTO author (name) VALUES ('Ada'), ('Bob'); INSERT INTO book (author_id, title) VALUES (2, 'More')";

    private static final String FLYWAY_HISTORY = "SELECT * FROM flyway_schema_history";
    private static final String LIQUIBASE_HISTORY = "SELECT * FROM databasechangelog";

    private static final String PRISMA_HISTORY = "CREATE TABLE _prisma_migrations (id VARCHAR(36) PRIMARY KEY,"
            + " checksum VARCHAR(64), finished_at TIMESTAMP, migration_name VARCHAR(255), logs TEXT,"
            + " rolled_back_at TIMESTAMP, started_at TIMESTAMP, applied_steps_count INTEGER);"
            + " INSERT INTO _prisma_migrations (id, migration_name) VALUES ('1', 'made');"
            + " CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(5))";

    @Test
    void flyway_finds_postgresql_as_it_left_it() throws SQLException {
        migrateBothByFlyway();
        String schema = Judges.schemaOf(database);
        List<String> history = Databases.query(database, FLYWAY_HISTORY);
        Databases.run(sqlite, NEW_ROWS);
        Databases.run(database, OLD_ROWS);

        assertThat(Syncs.shown("sqlite", sqlite, database, null))
                .contains("schema: kept, since Flyway owns it (flyway_schema_history)")
                .contains("table flyway_schema_history: stays with the source only");
        Syncs.toPostgres(sqlite, database);

        assertThat(Judges.schemaOf(database)).isEqualTo(schema);
        assertThat(Databases.query(database, FLYWAY_HISTORY)).isEqualTo(history);
        assertThat(MigrationTools.flyway(database).validateWithResult().validationSuccessful)
                .isTrue();
        assertThat(MigrationTools.flyway(database).migrate().migrationsExecuted).isZero();
        assertThat(Databases.query(database, BOOKS)).isEqualTo(NEW_BOOKS);
        assertThat(Databases.query(database, "SELECT sold AT TIME ZONE 'UTC', available FROM book ORDER BY id"))
                .containsExactly("2024-05-06 07:08:09.123456 t", "null f");
        assertThat(Databases.query(database, "SELECT entry FROM audit")).isEmpty();
        Databases.run(database, "INSERT INTO author (name) VALUES ('new')");
        assertThat(Databases.query(database, "SELECT max(id) FROM author")).containsExactly("4");
    }

    @Test
    void flyway_finds_sqlite_as_it_left_it() throws SQLException {
        migrateBothByFlyway();
        List<String> schema = schemaOfSqlite();
        List<String> history = Databases.query(sqlite, FLYWAY_HISTORY);
        Databases.run(database, NEW_ROWS);
        Databases.run(sqlite, OLD_ROWS);

        Syncs.toSqlite(database, sqlite);

        assertThat(schemaOfSqlite()).isEqualTo(schema);
        assertThat(Databases.query(sqlite, FLYWAY_HISTORY)).isEqualTo(history);
        assertThat(MigrationTools.flyway(sqlite).validateWithResult().validationSuccessful)
                .isTrue();
        assertThat(MigrationTools.flyway(sqlite).migrate().migrationsExecuted).isZero();
        assertThat(Databases.query(sqlite, BOOKS)).isEqualTo(NEW_BOOKS);
        assertThat(Databases.query(sqlite, "SELECT entry FROM audit")).isEmpty();
        Databases.run(sqlite, "INSERT INTO author (name) VALUES ('new')");
        assertThat(Databases.query(sqlite, "SELECT max(id) FROM author")).containsExactly("4");
    }

    @Test
    void liquibase_finds_postgresql_as_it_left_it() throws Exception {
        MigrationTools.liquibaseUpdate(database);
        MigrationTools.liquibaseUpdate(sqlite);
        String schema = Judges.schemaOf(database);
        List<String> history = Databases.query(database, LIQUIBASE_HISTORY);
        Databases.run(sqlite, SOME_ROWS);
        Databases.run(database, "INSERT INTO author (name) VALUES ('old')");

        Syncs.toPostgres(sqlite, database);

        assertThat(Judges.schemaOf(database)).isEqualTo(schema);
        assertThat(Databases.query(database, LIQUIBASE_HISTORY)).isEqualTo(history);
        assertThat(MigrationTools.unrun(database)).isEmpty();
        assertThat(Databases.query(database, "SELECT name, title FROM author a LEFT JOIN book b ON a.id = author_id"))
                .containsExactlyInAnyOrder("Ada null", "Bob More");
        Databases.run(database, "INSERT INTO book (title) VALUES ('new')");
        assertThat(Databases.query(database, "SELECT max(id) FROM book")).containsExactly("2");
    }

    @Test
    void liquibase_finds_sqlite_as_it_left_it() throws Exception {
        MigrationTools.liquibaseUpdate(database);
        MigrationTools.liquibaseUpdate(sqlite);
        List<String> schema = schemaOfSqlite();
        List<String> history = Databases.query(sqlite, LIQUIBASE_HISTORY);
        Databases.run(database, SOME_ROWS);
        Databases.run(sqlite, "INSERT INTO author (name) VALUES ('old')");

        Syncs.toSqlite(database, sqlite);

        assertThat(schemaOfSqlite()).isEqualTo(schema);
        assertThat(Databases.query(sqlite, LIQUIBASE_HISTORY)).isEqualTo(history);
        assertThat(MigrationTools.unrun(sqlite)).isEmpty();
        assertThat(Databases.query(sqlite, "SELECT name, title FROM author a LEFT JOIN book b ON a.id = author_id"))
                .containsExactlyInAnyOrder("Ada null", "Bob More");
    }

    @Test
    void a_history_of_prisma_migrate_keeps_the_schema_too() throws SQLException {
        Databases.run(database, PRISMA_HISTORY);
        Databases.run(
                sqlite, "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO item VALUES (1, 'new')");
        String schema = Judges.schemaOf(database);
        assertThat(Syncs.shown("sqlite", sqlite, database, null)).contains("kept, since Prisma Migrate owns it");
        Syncs.toPostgres(sqlite, database);
        assertThat(Judges.schemaOf(database)).isEqualTo(schema);
        assertThat(Databases.query(database, "SELECT name FROM item")).containsExactly("new");
        assertThat(Databases.query(database, "SELECT migration_name FROM _prisma_migrations"))
                .containsExactly("made");
    }

    @Test
    void there_and_back_both_schemas_are_kept() throws SQLException {
        migrateBothByFlyway();
        Databases.run(database, NEW_ROWS);
        String schema = Judges.schemaOf(database);
        Syncs.toSqlite(database, sqlite);
        Databases.run(sqlite, "UPDATE book SET title = 'Again' WHERE id = 2; INSERT INTO author (name) VALUES ('Eve')");
        Syncs.toPostgres(sqlite, database);
        assertThat(Judges.schemaOf(database)).isEqualTo(schema);
        assertThat(Databases.query(database, "SELECT title, loud FROM book ORDER BY id"))
                .containsExactly("Notes NOTES", "Again AGAIN");
        Databases.run(database, "INSERT INTO author (name) VALUES ('next')");
        assertThat(Databases.query(database, "SELECT id, name FROM author ORDER BY id"))
                .containsExactly("1 Ada", "2 Bob", "4 Eve", "5 next");
    }

    @Test
    void on_the_way_back_from_a_plain_file_the_schema_is_kept_too() throws SQLException {
        MigrationTools.flyway(database).migrate();
        Databases.run(database, NEW_ROWS);
        String schema = Judges.schemaOf(database);
        Syncs.toSqlite(database, sqlite);
        assertThat(Databases.query(sqlite, "SELECT name FROM sqlite_schema WHERE name LIKE 'flyway%'"))
                .isEmpty();
        Databases.run(sqlite, "INSERT INTO author (name) VALUES ('Eve')");
        Syncs.toPostgres(sqlite, database);
        assertThat(Judges.schemaOf(database)).isEqualTo(schema);
        assertThat(Databases.query(database, "SELECT id, name FROM author ORDER BY id"))
                .containsExactly("1 Ada", "2 Bob", "4 Eve");
        assertThat(MigrationTools.flyway(database).validateWithResult().validationSuccessful)
                .isTrue();
    }

    @Test
    void what_a_plain_file_had_comes_home_from_a_schema_that_is_kept() throws SQLException {
        MigrationTools.flyway(database).migrate();
        Databases.run(
                sqlite,
                "CREATE TABLE author (id INTEGER PRIMARY KEY AUTOINCREMENT, name VARCHAR(40) NOT NULL UNIQUE COLLATE NOCASE);"
                        + "CREATE TRIGGER told AFTER INSERT ON author BEGIN SELECT 1; END;"
                        + "INSERT INTO author (name) VALUES ('Ada')");
        String author = "SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = 'author'";
        List<String> schema = Databases.query(sqlite, author);
        Syncs.toPostgres(sqlite, database);
        Syncs.toSqlite(database, back);
        assertThat(Databases.query(back, author)).isEqualTo(schema);
    }

    @Test
    void a_file_that_is_kept_gets_its_rows_back_in_its_own_forms_and_places() throws SQLException {
        Databases.run(
                sqlite,
                PRISMA_HISTORY.replace("name VARCHAR(5)", "made DATETIME, seen TIMESTAMP")
                        + "; CREATE TABLE loose (a TEXT);"
                        + "INSERT INTO item VALUES (1, '2024-01-02T03:04:05.678+00:00', '2024-01-02 03:04');"
                        + "INSERT INTO loose (rowid, a) VALUES (3, 'x'), (9, 'y')");
        List<String> schema = schemaOfSqlite();
        List<String> items = Databases.query(sqlite, "SELECT id, typeof(made), made, seen FROM item");
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, "UPDATE item SET id = 2");
        Databases.run(sqlite, "DELETE FROM item; DELETE FROM loose");
        assertThat(Syncs.shown("postgresql", sqlite, database, null)).contains("kept, since Prisma Migrate owns it");
        Syncs.toSqlite(database, sqlite);
        assertThat(schemaOfSqlite()).isEqualTo(schema);
        assertThat(Databases.query(sqlite, "SELECT 1, typeof(made), made, seen FROM item"))
                .isEqualTo(items);
        assertThat(Databases.query(sqlite, "SELECT rowid, a FROM loose")).containsExactly("3 x", "9 y");
    }

    @Test
    void a_file_that_is_kept_remembers_postgresql() throws SQLException {
        Databases.run(
                database,
                "CREATE TABLE item (id serial PRIMARY KEY, price numeric(8,2) CHECK (price > 0), address inet, at timestamptz(3));"
                        + "CREATE VIEW cheap AS SELECT id FROM item WHERE price < 2;"
                        + "INSERT INTO item (price, address, at) VALUES (1.50, '10.0.0.1', '2024-01-02 03:04:05.678+00')");
        Databases.run(
                sqlite,
                "CREATE TABLE item (id INTEGER PRIMARY KEY, price DECIMAL(8,2), address TEXT, at TIMESTAMP);"
                        + "INSERT INTO item VALUES (7, 1, 'old', NULL)");
        List<String> schema = schemaOfSqlite();
        Syncs.sync("postgresql", sqlite, database, SchemaMode.KEEP);
        assertThat(schemaOfSqlite()).isEqualTo(schema);
        PostgresDatabase again = PostgresServers.major(15).createDatabase();
        Syncs.toPostgres(sqlite, again);
        Judges.assertSamePostgres(database, again);
    }

    @Test
    void tables_that_the_source_lacks_stay_with_their_rows() throws SQLException {
        MigrationTools.flyway(database).migrate();
        Databases.run(database, "INSERT INTO audit VALUES ('stays')");
        Databases.run(
                sqlite,
                "CREATE TABLE author (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO author VALUES (1, 'Ada')");
        assertThat(Syncs.shown("sqlite", sqlite, database, null)).contains("DBSYNC-407", "public.audit");
        Syncs.toPostgres(sqlite, database);
        assertThat(Databases.query(database, "SELECT entry FROM audit")).containsExactly("stays");
    }

    @Test
    void a_pattern_may_name_the_history_that_never_takes_part() throws SQLException {
        migrateBothByFlyway();
        Databases.run(sqlite, NEW_ROWS);
        Syncs.toPostgres(sqlite, database, new Selection(List.of(), List.of("flyway_schema_history")));
        assertThat(Databases.query(database, BOOKS)).isEqualTo(NEW_BOOKS);
    }

    @Test
    void any_schema_is_kept_where_the_user_says_so() throws SQLException {
        Databases.run(database, "CREATE TABLE item (id int PRIMARY KEY, name varchar(5)); INSERT INTO item VALUES (7)");
        Databases.run(
                sqlite, "CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT); INSERT INTO item VALUES (1, 'new')");
        String schema = Judges.schemaOf(database);
        assertThat(Syncs.shown("sqlite", sqlite, database, SchemaMode.KEEP))
                .contains("schema: kept, since dbsync.schema says so");
        Syncs.sync("sqlite", sqlite, database, SchemaMode.KEEP);
        assertThat(Judges.schemaOf(database)).isEqualTo(schema);
        assertThat(Databases.query(database, "SELECT id, name FROM item")).containsExactly("1 new");
    }

    @Test
    void a_schema_made_over_a_history_leaves_it_where_it_is() throws SQLException {
        migrateBothByFlyway();
        Databases.run(sqlite, NEW_ROWS);
        Databases.run(database, "COMMENT ON CONSTRAINT written_by ON book IS NULL");
        List<String> history = Databases.query(database, FLYWAY_HISTORY);
        assertThat(Syncs.shown("sqlite", sqlite, database, SchemaMode.PUSH))
                .contains("schema: made from the source's")
                .contains("DBSYNC-417", "Flyway (flyway_schema_history)", "Leave out dbsync.schema=push");
        Syncs.sync("sqlite", sqlite, database, SchemaMode.PUSH);
        assertThat(Databases.query(database, FLYWAY_HISTORY)).isEqualTo(history);
        assertThat(Databases.query(database, "SELECT title FROM book ORDER BY id"))
                .containsExactly("Notes", "More");
    }

    @Test
    void a_file_made_over_a_history_has_it_with_every_row() throws SQLException {
        migrateBothByFlyway();
        Databases.run(database, NEW_ROWS);
        List<String> history = Databases.query(sqlite, FLYWAY_HISTORY);
        List<String> schema = historySchema();
        Syncs.sync("postgresql", sqlite, database, SchemaMode.PUSH);
        assertThat(Databases.query(sqlite, FLYWAY_HISTORY)).isEqualTo(history);
        assertThat(historySchema()).isEqualTo(schema);
        assertThat(Databases.query(sqlite, "SELECT title FROM book ORDER BY id"))
                .containsExactly("Notes", "More");
    }

    @Test
    void a_history_that_does_not_arrive_is_told() throws SQLException {
        MigrationTools.flyway(sqlite).migrate();
        assertThat(Syncs.shown("sqlite", sqlite, database, null))
                .contains("DBSYNC-417", "Let Flyway make the target's schema first");
        Syncs.toPostgres(sqlite, database);
        assertThat(Databases.query(database, "SELECT relname FROM pg_class WHERE relname LIKE 'flyway%'"))
                .isEmpty();
    }

    private void migrateBothByFlyway() {
        MigrationTools.flyway(database).migrate();
        MigrationTools.flyway(sqlite).migrate();
    }

    private List<String> historySchema() throws SQLException {
        return Databases.query(sqlite, "SELECT sql FROM sqlite_schema WHERE tbl_name = 'flyway_schema_history'");
    }

    /** Every row of the schema in its place; what dbsync remembers comes last. */
    private List<String> schemaOfSqlite() throws SQLException {
        return Databases.query(
                sqlite,
                "SELECT rowid, type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'dbsync%' ORDER BY rowid");
    }
}
