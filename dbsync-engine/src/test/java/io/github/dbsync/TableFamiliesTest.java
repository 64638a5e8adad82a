package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.plan.Selection;
import io.github.dbsync.report.SyncReport;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tables that have parts or heirs on the one side, and are each for themselves on the other. */
class TableFamiliesTest extends BothEnds {

    private static final String PARTITIONED = """
            CREATE TABLE visit (id int, day date NOT NULL, PRIMARY KEY (id, day)) PARTITION BY RANGE (day);
            CREATE TABLE visit_old PARTITION OF visit FOR VALUES FROM (MINVALUE) TO ('2024-01-01');
            CREATE TABLE visit_new PARTITION OF visit DEFAULT;
            INSERT INTO visit VALUES (1, '2023-05-06'), (2, '2024-05-06');
            """;

    private static final String INHERITED = """
            CREATE TABLE place (id int, name text);
            CREATE TABLE city (mayor text) INHERITS (place);
            INSERT INTO place VALUES (1, 'here');
            INSERT INTO city VALUES (2, 'there', 'she');
            """;

    @Test
    void the_rows_of_all_partitions_are_one_table_and_go_where_they_belong() throws SQLException {
        Databases.run(database, PARTITIONED);
        Syncs.toSqlite(database, sqlite);
        assertThat(Databases.query(sqlite, "SELECT name FROM sqlite_schema WHERE type = 'table'"))
                .containsExactly("visit");
        Databases.run(sqlite, "INSERT INTO visit VALUES (3, '2020-02-02')");
        Syncs.toPostgres(sqlite, database);
        assertThat(Databases.query(database, "SELECT tableoid::regclass, id FROM visit ORDER BY id"))
                .containsExactly("visit_old 1", "visit_new 2", "visit_old 3");
    }

    @Test
    void what_hangs_on_partitions_is_made_again() throws SQLException {
        Databases.run(
                database,
                PARTITIONED
                        + "CREATE VIEW past AS SELECT * FROM visit_old; COMMENT ON TABLE visit_old IS 'past';"
                        + "CREATE TABLE bill (id int, day date, FOREIGN KEY (id, day) REFERENCES visit);"
                        + "INSERT INTO bill VALUES (1, '2023-05-06'); CREATE INDEX visit_day ON visit_new (day)");
        Syncs.toSqlite(database, sqlite);
        Syncs.toPostgres(sqlite, database);
        assertThat(Databases.query(database, "SELECT id FROM past")).containsExactly("1");
        assertThat(Databases.query(database, "SELECT obj_description('visit_old'::regclass), to_regclass('visit_day')"))
                .containsExactly("past visit_day");
        assertThat(Databases.query(
                        database, "SELECT conname FROM pg_constraint WHERE contype = 'f' AND conparentid = 0"))
                .containsExactly("bill_id_day_fkey");
    }

    @Test
    void a_table_that_changed_comes_without_its_partitions_and_what_needs_them_is_named() throws SQLException {
        Databases.run(
                database,
                PARTITIONED
                        + "CREATE VIEW past AS SELECT id FROM visit_old; CREATE VIEW all_of_it AS SELECT id FROM visit");
        Syncs.toSqlite(database, sqlite);
        Databases.run(sqlite, "ALTER TABLE visit ADD COLUMN note TEXT");
        PostgresDatabase back = PostgresServers.major(15).createDatabase();
        SyncReport report = Syncs.toPostgres(sqlite, back);
        assertThat(leftBehind(report))
                .containsExactly("partition public.visit_new", "partition public.visit_old", "view public.past");
        assertThat(Databases.query(
                        back, "SELECT relkind, (SELECT count(*) FROM all_of_it) FROM pg_class WHERE relname = 'visit'"))
                .containsExactly("r 2");
    }

    @Test
    void partitions_of_a_replaced_table_that_are_not_made_again_are_reported() throws SQLException {
        Databases.run(sqlite, "CREATE TABLE visit (id INTEGER PRIMARY KEY); INSERT INTO visit VALUES (7)");
        Databases.run(database, PARTITIONED);
        SyncReport report = Syncs.toPostgres(sqlite, database);
        assertThat(report.plan().findings())
                .filteredOn(finding -> finding.code() == ProblemCode.TARGET_OBJECT_LOST)
                .extracting(Problem::where)
                .containsExactlyInAnyOrder(
                        "partition public.visit_new of the target", "partition public.visit_old of the target");
        assertThat(Databases.query(database, "SELECT id, to_regclass('visit_old') FROM visit"))
                .containsExactly("7 null");
    }

    @Test
    void a_view_of_a_partition_that_is_not_made_again_is_in_the_way() throws SQLException {
        Databases.run(sqlite, "CREATE TABLE visit (id INTEGER PRIMARY KEY)");
        Databases.run(database, PARTITIONED + "CREATE VIEW past AS SELECT * FROM visit_old");
        assertInTheWay("public.past");
    }

    @Test
    void a_kept_table_that_refers_to_a_partition_is_in_the_way() throws SQLException {
        Databases.run(sqlite, "CREATE TABLE visit (id INTEGER PRIMARY KEY)");
        Databases.run(
                database,
                PARTITIONED + "CREATE TABLE bill (id int, day date, FOREIGN KEY (id, day) REFERENCES visit_old)");
        assertInTheWay("public.visit_old");
    }

    @Test
    void a_partition_of_a_kept_table_keeps_its_name() throws SQLException {
        Databases.run(sqlite, "CREATE TABLE visit_old (id INTEGER PRIMARY KEY)");
        Databases.run(database, PARTITIONED);
        assertInTheWay("public.visit_old");
    }

    @Test
    void rows_in_a_partition_whose_bound_excludes_them_are_refused() throws SQLException {
        Databases.run(
                database,
                "CREATE FUNCTION kind(int) RETURNS text LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN ''low''; END';"
                        + "CREATE TABLE item (id int) PARTITION BY LIST (kind(id));"
                        + "CREATE TABLE item_low PARTITION OF item FOR VALUES IN ('low');"
                        + "CREATE TABLE item_high PARTITION OF item FOR VALUES IN ('high');"
                        + "INSERT INTO item VALUES (1), (100);"
                        + "CREATE OR REPLACE FUNCTION kind(int) RETURNS text LANGUAGE plpgsql IMMUTABLE AS"
                        + " 'BEGIN RETURN CASE WHEN $1 < 10 THEN ''low'' ELSE ''high'' END; END'");
        DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> Syncs.toSqlite(database, sqlite));
        assertThat(refused.problem().what()).startsWith("1 row of partition public.item_low");
    }

    @Test
    void a_partition_that_computes_a_column_in_its_own_way_is_refused() throws SQLException {
        assumeTrue(PostgresServers.majors().contains(16), "skipped: PostgreSQL allows it from 16 on");
        database = PostgresServers.major(16).createDatabase();
        Databases.run(
                database,
                "CREATE TABLE item (id int, more int GENERATED ALWAYS AS (id + 1) STORED) PARTITION BY LIST (id);"
                        + "CREATE TABLE item_low (id int, more int GENERATED ALWAYS AS (id + 2) STORED);"
                        + "ALTER TABLE item ATTACH PARTITION item_low FOR VALUES IN (1); INSERT INTO item VALUES (1)");
        DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> Syncs.toSqlite(database, sqlite));
        assertThat(refused.problem().code()).isEqualTo(ProblemCode.OBJECT_REFUSED);
        assertThat(refused.problem().where()).contains("column more", "public.item_low");
    }

    @Test
    void a_table_with_partitions_on_another_server_is_refused_by_name() throws SQLException {
        Databases.run(
                database,
                "CREATE TABLE other (id int); CREATE TABLE item (id int) PARTITION BY LIST (id);"
                        + "CREATE FOREIGN DATA WRAPPER elsewhere; CREATE SERVER far FOREIGN DATA WRAPPER elsewhere;"
                        + "CREATE FOREIGN TABLE item_far PARTITION OF item FOR VALUES IN (1) SERVER far");
        DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> Syncs.toSqlite(database, sqlite));
        assertThat(refused.problem().code()).isEqualTo(ProblemCode.OBJECT_REFUSED);
        assertThat(refused.problem().where()).contains("public.item");
        assertThat(refused.problem().remedy()).contains("-Ddbsync.exclude");
        assertThat(sqlite).doesNotExist();
    }

    @Test
    void each_heir_has_its_own_rows_and_inherits_again() throws SQLException {
        Databases.run(database, INHERITED);
        Syncs.toSqlite(database, sqlite);
        assertThat(Databases.query(sqlite, "SELECT id FROM place")).containsExactly("1");
        assertThat(Databases.query(sqlite, "SELECT id FROM city")).containsExactly("2");
        Databases.run(sqlite, "INSERT INTO city VALUES (3, 'new', 'he')");
        Syncs.toPostgres(sqlite, database);
        assertThat(Databases.query(database, "SELECT tableoid::regclass, id FROM place ORDER BY id"))
                .containsExactly("place 1", "city 2", "city 3");
    }

    @Test
    void the_row_of_an_heir_is_nobodys_parent() throws SQLException {
        Databases.run(
                database,
                INHERITED
                        + "ALTER TABLE place ADD PRIMARY KEY (id); CREATE TABLE house (place int);"
                        + "INSERT INTO house VALUES (1), (2);"
                        + "ALTER TABLE house ADD FOREIGN KEY (place) REFERENCES place NOT VALID");
        DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> Syncs.toSqlite(database, sqlite));
        assertThat(refused.problem().code()).isEqualTo(ProblemCode.ORPHAN_ROWS);
        assertThat(refused.problem().what()).startsWith("1 row of public.house");
    }

    @Test
    void the_row_of_a_partition_is_a_parent() throws SQLException {
        Databases.run(
                database,
                PARTITIONED + "CREATE TABLE bill (id int, day date); INSERT INTO bill VALUES (1, '2023-05-06');"
                        + "ALTER TABLE bill ADD FOREIGN KEY (id, day) REFERENCES visit NOT VALID");
        Syncs.toSqlite(database, sqlite);
        assertThat(Databases.query(sqlite, "SELECT id FROM bill")).containsExactly("1");
    }

    @Test
    void an_heir_whose_parent_changed_inherits_no_more_and_is_named() throws SQLException {
        Databases.run(database, INHERITED);
        Syncs.toSqlite(database, sqlite);
        Databases.run(sqlite, "ALTER TABLE place DROP COLUMN name");
        PostgresDatabase back = PostgresServers.major(15).createDatabase();
        SyncReport report = Syncs.toPostgres(sqlite, back);
        assertThat(leftBehind(report)).containsExactly("inheritance public.city");
        assertThat(Databases.query(back, "SELECT id FROM place")).containsExactly("1");
        assertThat(Databases.query(back, "SELECT * FROM city")).containsExactly("2 there she");
    }

    @Test
    void a_view_of_a_table_with_heirs_is_not_said_where_it_would_show_less() throws SQLException {
        Databases.run(database, INHERITED + "CREATE VIEW names AS SELECT name FROM place");
        Syncs.toSqlite(database, sqlite);
        assertThat(Databases.query(sqlite, "SELECT count(*) FROM sqlite_schema WHERE name = 'names'"))
                .containsExactly("0");
        Syncs.toPostgres(sqlite, database);
        assertThat(Databases.query(database, "SELECT name FROM names ORDER BY name"))
                .containsExactly("here", "there");
    }

    @Test
    void an_heir_inherits_from_a_parent_that_stayed_at_home() throws SQLException {
        Databases.run(database, INHERITED);
        Syncs.toSqlite(database, sqlite);
        Syncs.toPostgres(sqlite, database, new Selection(List.of(), List.of("place")));
        assertThat(Databases.query(database, "SELECT id FROM place ORDER BY id"))
                .containsExactly("1", "2");
    }

    @Test
    void a_kept_heir_of_a_replaced_table_is_in_the_way() throws SQLException {
        Databases.run(sqlite, "CREATE TABLE place (id INTEGER PRIMARY KEY)");
        Databases.run(database, INHERITED);
        assertInTheWay("public.city");
    }

    @Test
    void the_rows_of_a_foreign_table_stay_where_they_are() throws SQLException {
        Databases.run(
                database,
                "CREATE FOREIGN DATA WRAPPER elsewhere; CREATE SERVER far FOREIGN DATA WRAPPER elsewhere;"
                        + "CREATE TABLE item (id int);"
                        + "CREATE FOREIGN TABLE distant (id int OPTIONS (a 'it''s') NOT NULL, name text COLLATE \"C\" DEFAULT 'x',"
                        + " CONSTRAINT positive CHECK (id > 0)) SERVER far OPTIONS (\"Table\" 'b');"
                        + "CREATE VIEW seen AS SELECT id FROM distant");
        List<String> before = foreignTables();
        SyncReport report = Syncs.toSqlite(database, sqlite);
        assertThat(report.plan().ledger())
                .contains(new LedgerEntry(
                        "foreign table", "public.distant", Fate.REMEMBERED, "its rows stay on their own server"));
        Databases.run(database, "DROP VIEW seen; DROP FOREIGN TABLE distant");
        Syncs.toPostgres(sqlite, database);
        assertThat(foreignTables()).hasSize(4).isEqualTo(before);
    }

    @Test
    void a_foreign_table_inherits_again() throws SQLException {
        Databases.run(
                database,
                INHERITED
                        + "CREATE FOREIGN DATA WRAPPER elsewhere; CREATE SERVER far FOREIGN DATA WRAPPER elsewhere;"
                        + "CREATE FOREIGN TABLE distant (mayor text DEFAULT 'x') INHERITS (place) SERVER far;"
                        + "ALTER FOREIGN TABLE distant ALTER id OPTIONS (a 'b'), ALTER name SET DEFAULT 'y'");
        List<String> before = foreignTables();
        Syncs.toSqlite(database, sqlite);
        Syncs.toPostgres(sqlite, database);
        assertThat(foreignTables()).hasSize(4).isEqualTo(before);
        assertThat(Databases.query(
                        database, "SELECT inhparent::regclass FROM pg_inherits WHERE inhrelid = 'distant'::regclass"))
                .containsExactly("place");
    }

    @Test
    void a_foreign_table_whose_server_has_a_secret_is_left_behind_by_name_with_it() throws SQLException {
        Databases.run(
                database,
                "CREATE FOREIGN DATA WRAPPER elsewhere; CREATE TABLE near (id int);"
                        + "CREATE SERVER far FOREIGN DATA WRAPPER elsewhere OPTIONS (password 's3cret');"
                        + "CREATE FOREIGN TABLE distant (id int) SERVER far");
        assertThat(leftBehind(Syncs.toSqlite(database, sqlite)))
                .contains("foreign server far", "foreign table public.distant");

        database = PostgresServers.major(15).createDatabase();
        Syncs.toPostgres(sqlite, database);

        assertThat(Databases.query(database, "SELECT relname FROM pg_class WHERE relname IN ('near', 'distant')"))
                .containsExactly("near");
    }

    private List<String> foreignTables() throws SQLException {
        return Databases.query(database, """
                SELECT ftoptions::text, s.srvname FROM pg_foreign_table JOIN pg_foreign_server s ON s.oid = ftserver
                UNION ALL SELECT attname, concat_ws(' ', attfdwoptions, attnotnull, attcollation, pg_get_expr(adbin, adrelid))
                  FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
                  WHERE attrelid = 'distant'::regclass AND attnum > 0
                UNION ALL SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid = 'distant'::regclass
                ORDER BY 1""");
    }

    private void assertInTheWay(String name) {
        DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> Syncs.toPostgres(sqlite, database));
        assertThat(refused.problem().code()).isEqualTo(ProblemCode.TARGET_OBJECT_IN_THE_WAY);
        assertThat(refused.problem().what()).contains(name);
    }

    private static List<String> leftBehind(SyncReport report) {
        return report.plan().ledger().stream()
                .filter(entry -> entry.fate() == Fate.LEFT_BEHIND)
                .map(entry -> entry.kind() + " " + entry.name())
                .sorted()
                .toList();
    }
}
