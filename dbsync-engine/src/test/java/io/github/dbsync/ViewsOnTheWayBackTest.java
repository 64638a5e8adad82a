package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.report.SyncReport;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Views that were translated come home as they were; what somebody did to them on the other side counts. */
class ViewsOnTheWayBackTest extends BothEnds {

    private static final String SQLITE = """
            CREATE TABLE item (id INTEGER PRIMARY KEY, name TEXT, price NUMERIC);
            INSERT INTO item VALUES (1, 'a', 1.5), (2, 'b', 2), (3, 'C', 3);
            CREATE VIEW z_top  AS select name from [a base]  WHERE name <> 'b' /* the top */;
            CREATE VIEW "a base" AS SELECT * FROM item;
            CREATE VIEW likely AS SELECT id FROM item WHERE name LIKE 'c';
            CREATE VIEW on_likely AS SELECT id FROM likely;
            CREATE TRIGGER insert_top INSTEAD OF INSERT ON z_top BEGIN INSERT INTO item (name) VALUES (NEW.name); END;
            """;

    private static final String POSTGRES = """
            CREATE TABLE item (id int PRIMARY KEY, name text COLLATE "C");
            INSERT INTO item VALUES (1, 'a'), (2, 'b'), (3, 'C');
            CREATE SCHEMA other;
            CREATE VIEW other.base AS SELECT id, name FROM item;
            CREATE VIEW top AS SELECT name FROM other.base WHERE name <> 'b';
            CREATE VIEW likely AS SELECT id FROM item WHERE name ILIKE 'c';
            CREATE VIEW loose AS SELECT max(name) AS name FROM item;
            COMMENT ON VIEW top IS 'the top';
            """;

    @Test
    void views_of_sqlite_come_back_to_the_byte() throws SQLException {
        Databases.run(sqlite, SQLITE);
        SyncReport report = Syncs.toPostgres(sqlite, database);
        assertThat(views(report))
                .containsExactlyInAnyOrder(
                        new LedgerEntry("view", "a base", Fate.TRANSLATED, ""),
                        new LedgerEntry("view", "z_top", Fate.TRANSLATED, ""),
                        new LedgerEntry("view", "likely", Fate.REMEMBERED, "it uses LIKE"),
                        new LedgerEntry(
                                "view",
                                "on_likely",
                                Fate.REMEMBERED,
                                "it reads likely, which the other side does not have"));
        assertThat(Databases.query(database, "SELECT name FROM z_top ORDER BY 1"))
                .containsExactly("C", "a");

        Path back = folder.resolve("back.db");
        Syncs.toSqlite(database, back);
        Judges.assertSameSqlite(sqlite, back);
    }

    @Test
    void views_of_postgresql_come_back_to_the_byte() throws SQLException {
        Databases.run(database, POSTGRES);
        Syncs.toSqlite(database, sqlite);
        assertThat(Databases.query(sqlite, "SELECT name FROM top ORDER BY 1")).containsExactly("C", "a");

        PostgresDatabase back = PostgresServers.major(15).createDatabase();
        Syncs.toPostgres(sqlite, back);
        Judges.assertSamePostgres(database, back);
    }

    @Test
    void what_was_done_to_views_in_postgresql_counts() throws SQLException {
        Databases.run(
                sqlite, SQLITE + "CREATE VIEW dull AS SELECT id FROM item; CREATE VIEW gone AS SELECT id FROM item");
        Syncs.toPostgres(sqlite, database);
        Databases.run(
                database,
                "CREATE OR REPLACE VIEW z_top AS SELECT name FROM \"a base\" WHERE name = 'b';"
                        + "CREATE OR REPLACE VIEW dull AS SELECT id + 1 AS id FROM item;"
                        + "DROP VIEW gone; CREATE VIEW fresh AS SELECT count(*) AS n FROM z_top");

        Path back = folder.resolve("back.db");
        SyncReport report = Syncs.toSqlite(database, back);

        assertThat(views(report))
                .contains(
                        new LedgerEntry(
                                "view",
                                "public.z_top",
                                Fate.TRANSLATED,
                                "anew, since it changed after it was made here"),
                        new LedgerEntry("view", "public.fresh", Fate.TRANSLATED, ""),
                        new LedgerEntry("view", "public.a base", Fate.RESTORED, "exactly as it was"),
                        new LedgerEntry("view", "public.dull", Fate.REMEMBERED, "it uses +"),
                        new LedgerEntry("view", "gone", Fate.LEFT_BEHIND, "it was dropped after it was made here"));
        assertThat(Databases.query(back, "SELECT n FROM fresh")).containsExactly("1");
        assertThat(Databases.query(
                        back,
                        "SELECT name FROM sqlite_schema WHERE type IN ('view', 'trigger') AND name <> 'dbsync_memory'"))
                .containsExactlyInAnyOrder("a base", "z_top", "fresh", "likely", "on_likely", "insert_top");
    }

    @Test
    void what_was_done_to_views_in_sqlite_counts() throws SQLException {
        Databases.run(database, POSTGRES);
        Syncs.toSqlite(database, sqlite);
        Databases.run(
                sqlite,
                "DROP VIEW loose; DROP VIEW top; CREATE VIEW top AS SELECT name FROM \"other.base\" WHERE id = 2;"
                        + "CREATE VIEW fresh AS SELECT count(*) AS n FROM top");

        Syncs.toPostgres(sqlite, database);
        assertThat(Databases.query(database, "SELECT n, (SELECT name FROM top) FROM fresh"))
                .containsExactly("1 b");
        assertThat(Databases.query(database, "SELECT obj_description('top'::regclass)"))
                .containsExactly("the top");

        PostgresDatabase other = PostgresServers.major(15).createDatabase();
        Syncs.toPostgres(sqlite, other);
        assertThat(Databases.query(other, "SELECT n, (SELECT name FROM top) FROM fresh"))
                .containsExactly("1 b");
        assertThat(Databases.query(other, "SELECT relname FROM pg_class WHERE relname IN ('loose', 'likely')"))
                .containsExactly("likely");
    }

    @Test
    void a_view_of_the_target_is_replaced_and_what_reads_it_is_made_again() throws SQLException {
        Databases.run(sqlite, SQLITE);
        Databases.run(
                database,
                "CREATE TABLE kept (id int); CREATE VIEW z_top AS SELECT 'old' AS name FROM kept;"
                        + "CREATE MATERIALIZED VIEW \"a base\" AS SELECT 1 AS one");
        Databases.run(sqlite, "DROP VIEW z_top; CREATE VIEW z_top AS SELECT name FROM item WHERE id = 1");
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, "CREATE VIEW a_reader AS SELECT name AS read FROM z_top");

        SyncReport report = Syncs.toPostgres(sqlite, database);

        assertThat(report.findings())
                .anyMatch(finding ->
                        finding.what().equals("The target's view public.z_top will be what the source's is."));
        assertThat(Databases.query(database, "SELECT read, one FROM a_reader, \"a base\""))
                .containsExactly("a 1");
        assertThat(views(report))
                .contains(new LedgerEntry(
                        "view", "a base", Fate.REMEMBERED, "the other side cannot have a view of that name"));
    }

    private static List<LedgerEntry> views(SyncReport report) {
        return report.plan().ledger().stream()
                .filter(entry -> entry.kind().equals("view"))
                .toList();
    }
}
