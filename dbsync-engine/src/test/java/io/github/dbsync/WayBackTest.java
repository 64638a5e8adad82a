package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.plan.Selection;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The other side is worked on, and then the data goes home: what changed arrives, what did not is as it was. */
class WayBackTest extends BothEnds {

    private static final String DEPENDENTS = """
            CREATE TABLE item (id int PRIMARY KEY, name text);
            CREATE TABLE log (name text);
            INSERT INTO item VALUES (1, 'old');
            INSERT INTO log VALUES ('kept');
            CREATE FUNCTION loud(item) RETURNS text LANGUAGE sql IMMUTABLE RETURN upper($1.name) || '!';
            CREATE VIEW z_loud AS SELECT id, loud(item) AS loud FROM item;
            CREATE VIEW m_again WITH (security_barrier) AS SELECT * FROM z_loud WHERE id > 0;
            CREATE MATERIALIZED VIEW a_stored AS SELECT * FROM m_again;
            CREATE UNIQUE INDEX a_stored_id ON a_stored (id);
            COMMENT ON VIEW m_again IS 'again';
            COMMENT ON COLUMN a_stored.loud IS 'loud';
            COMMENT ON FUNCTION loud(item) IS 'exclaims';
            CREATE RULE z_rule AS ON INSERT TO z_loud DO INSTEAD INSERT INTO item (id) VALUES (NEW.id);
            CREATE POLICY named ON log USING (name IN (SELECT name FROM item));
            CREATE VIEW grouped AS SELECT id, name, count(*) FROM item GROUP BY id;
            GRANT SELECT, INSERT ON item, m_again TO PUBLIC;
            GRANT UPDATE (name) ON item TO pg_monitor WITH GRANT OPTION;
            REVOKE DELETE ON a_stored FROM CURRENT_USER;
            REVOKE EXECUTE ON FUNCTION loud(item) FROM PUBLIC
            """;

    @Test
    void numbers_drawn_on_the_other_side_are_not_drawn_again() throws SQLException {
        Databases.run(
                database, "CREATE TABLE item (id serial PRIMARY KEY, name text); INSERT INTO item (name) VALUES ('a')");
        Syncs.toSqlite(database, sqlite);
        Databases.run(sqlite, "INSERT INTO item (name) VALUES ('b'), ('c'); DELETE FROM item WHERE name = 'c'");
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, "INSERT INTO item (name) VALUES ('d')");
        assertThat(Databases.query(database, "SELECT id, name FROM item ORDER BY id"))
                .containsExactly("1 a", "2 b", "4 d");
    }

    @Test
    void a_counter_that_sqlite_does_not_need_draws_no_number_twice() throws SQLException {
        Databases.run(
                sqlite,
                "CREATE TABLE absent (id INTEGER PRIMARY KEY AUTOINCREMENT, v INT); INSERT INTO absent VALUES (7, 1);"
                        + "CREATE TABLE below (id INTEGER PRIMARY KEY AUTOINCREMENT, v INT); INSERT INTO below VALUES (7, 1);"
                        + "DELETE FROM sqlite_sequence WHERE name = 'absent'; UPDATE sqlite_sequence SET seq = 3");
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, "INSERT INTO absent (v) VALUES (2); INSERT INTO below (v) VALUES (2)");
        Path back = folder.resolve("back.db");
        Syncs.toSqlite(database, back);
        assertThat(Databases.query(back, "SELECT id FROM absent UNION ALL SELECT id FROM below"))
                .containsExactly("7", "8", "7", "8");
        assertThat(Databases.query(back, "SELECT name, seq FROM sqlite_sequence ORDER BY name"))
                .containsExactly("absent 8", "below 8");
    }

    @Test
    void a_sequence_that_waits_for_a_number_of_its_own_choice_goes_on_there() throws SQLException {
        Databases.run(
                database, "CREATE TABLE item (id serial PRIMARY KEY, v int); SELECT setval('item_id_seq', 40, false)");
        Syncs.toSqlite(database, sqlite);
        Databases.run(sqlite, "INSERT INTO item (v) VALUES (1)");
        assertThat(Databases.query(sqlite, "SELECT id FROM item")).containsExactly("40");
    }

    @Test
    void a_changed_table_keeps_the_types_of_its_unchanged_columns() throws SQLException {
        Databases.run(
                database,
                "CREATE TABLE item (id bigint PRIMARY KEY, price numeric(10,2), address inet, seen timestamptz(3));"
                        + "INSERT INTO item VALUES (1, 12.50, '10.0.0.1', '2024-05-06 07:08:09.123+00')");
        Syncs.toSqlite(database, sqlite);
        Databases.run(sqlite, "ALTER TABLE item ADD COLUMN note VARCHAR(20); UPDATE item SET note = 'new'");
        Syncs.toPostgres(sqlite, database);
        assertThat(columnTypes("item"))
                .containsExactly(
                        "id bigint",
                        "price numeric(10,2)",
                        "address inet",
                        "seen timestamp(3) with time zone",
                        "note character varying(20)");
        assertThat(Databases.query(database, "SELECT price, address, seen AT TIME ZONE 'UTC', note FROM item"))
                .containsExactly("12.50 10.0.0.1 2024-05-06 07:08:09.123 new");
    }

    @Test
    void tables_of_several_schemas_find_their_way_home() throws SQLException {
        Databases.run(
                database,
                "CREATE SCHEMA sales; CREATE TABLE customer (id int PRIMARY KEY);"
                        + "CREATE TABLE sales.customer (id int PRIMARY KEY REFERENCES public.customer);"
                        + "INSERT INTO customer VALUES (1), (2); INSERT INTO sales.customer VALUES (2)");
        Syncs.toSqlite(database, sqlite);
        assertThat(Databases.query(sqlite, "SELECT count(*) FROM \"sales.customer\""))
                .containsExactly("1");
        Syncs.toPostgres(sqlite, database);
        assertThat(Databases.query(database, "SELECT id FROM sales.customer")).containsExactly("2");
        assertThat(Databases.query(database, "SELECT count(*) FROM pg_constraint WHERE contype = 'f'"))
                .containsExactly("1");
    }

    @Test
    void what_needs_a_replaced_table_is_made_again_as_it_was() throws SQLException {
        Databases.run(database, DEPENDENTS);
        List<String> before = descriptions();
        Syncs.toSqlite(database, sqlite);
        Databases.run(sqlite, "INSERT INTO item VALUES (2, 'new')");
        Syncs.toPostgres(sqlite, database);
        assertThat(descriptions()).isEqualTo(before);
        assertThat(Databases.query(database, "SELECT id, loud FROM a_stored ORDER BY id"))
                .containsExactly("1 OLD!", "2 NEW!");
        assertThat(Databases.query(database, "SELECT name FROM log")).containsExactly("kept");
    }

    @Test
    void what_needs_a_replaced_table_and_cannot_be_made_again_is_in_the_way() throws SQLException {
        Databases.run(database, "CREATE TABLE item (id int PRIMARY KEY)");
        Syncs.toSqlite(database, sqlite);
        Databases.run(database, "CREATE TABLE visit (item_id int REFERENCES item, day date) PARTITION BY RANGE (day)");
        DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> Syncs.toPostgres(sqlite, database));
        assertThat(refused.problem().code()).isEqualTo(ProblemCode.TARGET_OBJECT_IN_THE_WAY);
        assertThat(refused.problem().what()).contains("public.visit");
    }

    @Test
    void a_kept_table_that_refers_to_a_replaced_one_is_in_the_way() throws SQLException {
        Databases.run(sqlite, "CREATE TABLE item (id INTEGER PRIMARY KEY)");
        Databases.run(
                database,
                "CREATE TABLE item (id bigint PRIMARY KEY); CREATE TABLE audit (item_id bigint REFERENCES item)");
        DbSyncException refused = catchThrowableOfType(DbSyncException.class, () -> Syncs.toPostgres(sqlite, database));
        assertThat(refused.problem().code()).isEqualTo(ProblemCode.TARGET_OBJECT_IN_THE_WAY);
        assertThat(refused.problem().what()).contains("audit", "item");
    }

    @Test
    void a_table_that_only_postgresql_has_stays() throws SQLException {
        Databases.run(sqlite, "CREATE TABLE item (id INTEGER PRIMARY KEY)");
        Databases.run(database, "CREATE TABLE audit (id bigint); INSERT INTO audit VALUES (7)");
        Syncs.toPostgres(sqlite, database);
        assertThat(Databases.query(database, "SELECT id FROM audit")).containsExactly("7");
    }

    @Test
    void a_trigger_on_a_replaced_table_is_made_again_and_stays_quiet_meanwhile() throws SQLException {
        Databases.run(
                database,
                "CREATE TABLE item (id int PRIMARY KEY, name text);"
                        + "CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS"
                        + " 'BEGIN NEW.name := upper(NEW.name); RETURN NEW; END';"
                        + "INSERT INTO item VALUES (1, 'quiet');"
                        + "CREATE TRIGGER shout BEFORE INSERT ON item FOR EACH ROW EXECUTE FUNCTION shout()");
        Syncs.toSqlite(database, sqlite);
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, "INSERT INTO item VALUES (2, 'loud')");
        assertThat(Databases.query(database, "SELECT name FROM item ORDER BY id"))
                .containsExactly("quiet", "LOUD");
    }

    @Test
    void rows_that_cannot_be_moved_stay_behind_where_they_are_excluded() throws SQLException {
        Databases.run(
                sqlite, "CREATE TABLE item (id INTEGER PRIMARY KEY); CREATE VIRTUAL TABLE words USING fts5(content)");
        Syncs.toPostgres(sqlite, database, new Selection(List.of(), List.of("words")));
        assertThat(Databases.query(database, "SELECT relname FROM pg_class WHERE relname IN ('item', 'words')"))
                .containsExactly("item");
    }

    @Test
    void a_replaced_table_stays_in_its_publication() throws SQLException {
        Databases.run(database, "CREATE TABLE item (id int PRIMARY KEY); CREATE PUBLICATION news FOR TABLE item");
        Syncs.toSqlite(database, sqlite);
        Syncs.toPostgres(sqlite, database);
        assertThat(Databases.query(database, "SELECT pubname, tablename FROM pg_publication_tables"))
                .containsExactly("news item");
    }

    @Test
    void at_home_again_nothing_of_dbsync_is_left() throws SQLException {
        Databases.run(database, "CREATE TABLE item (id int PRIMARY KEY)");
        Syncs.toSqlite(database, sqlite);
        Syncs.toPostgres(sqlite, database);
        assertThat(Databases.query(database, "SELECT count(*) FROM pg_namespace WHERE nspname = 'dbsync'"))
                .containsExactly("0");
    }

    /** The definitions and comments of everything that the tests of dependents make. */
    private List<String> descriptions() throws SQLException {
        return Databases.query(database, """
                SELECT 'view', oid::regclass::text, relkind::text, reloptions::text, pg_get_viewdef(oid)
                  FROM pg_class WHERE relkind IN ('v', 'm') AND relnamespace = 'public'::regnamespace
                UNION ALL SELECT 'index', '', '', '', indexdef FROM pg_indexes WHERE tablename = 'a_stored'
                UNION ALL SELECT 'rule', '', '', '', definition FROM pg_rules WHERE schemaname = 'public'
                UNION ALL SELECT 'policy', '', '', '', qual FROM pg_policies
                UNION ALL SELECT 'comment', (pg_identify_object(classoid, objoid, objsubid)).identity, '', '', description
                  FROM pg_description WHERE objoid >= 16384
                UNION ALL SELECT 'privileges', relname, '', '', relacl::text FROM pg_class WHERE relacl IS NOT NULL AND oid >= 16384
                UNION ALL SELECT 'privileges', attname, '', '', attacl::text FROM pg_attribute WHERE attacl IS NOT NULL
                  AND attrelid >= 16384
                UNION ALL SELECT 'privileges', proname, '', '', proacl::text FROM pg_proc WHERE oid >= 16384
                ORDER BY 1, 2""");
    }

    private List<String> columnTypes(String table) throws SQLException {
        return Databases.query(
                database,
                "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = '" + table
                        + "'::regclass AND attnum > 0 ORDER BY attnum");
    }
}
