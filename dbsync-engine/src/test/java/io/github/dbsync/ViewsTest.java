package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.report.SyncReport;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A view gives the same rows on the other side, or is not there. */
class ViewsTest extends BothEnds {

    private static final String SQLITE = """
            CREATE TABLE city (id INTEGER PRIMARY KEY, name TEXT, capital BOOLEAN, "big one" INT);
            INSERT INTO city VALUES (1, 'Ulm', 0, 9000000000), (2, 'ulm', 1, -5), (3, NULL, NULL, NULL), (4, '', 0, 0),
              (5, 'Äu', 1, 9000000000), (6, 'it''s', 0, 7), (7, 'Zug', 1, 7);
            CREATE TABLE person (id INTEGER PRIMARY KEY, name VARCHAR(20), city INT, paid REAL, born DATE, price NUMERIC(6,2),
              nick TEXT COLLATE NOCASE, mark NUMERIC);
            INSERT INTO person VALUES (1, 'a', 1, 0.1, '2001-02-03', 1.5, 'A', 'x'), (2, 'B', 1, -0.0, NULL, 2, 'a', 'y'),
              (3, 'ä', NULL, NULL, '1999-12-31', NULL, NULL, NULL), (4, '', 9, 1e300, '2001-02-03', 10.25, '', '2x'),
              (5, NULL, 2, 2.0, '2001-02-03', 0, 'B', 'x');
            """;

    private static final String POSTGRES = """
            CREATE TYPE mood AS ENUM ('sad', 'fine');
            CREATE SCHEMA other;
            CREATE TABLE city (id int PRIMARY KEY, name text COLLATE "C", capital boolean, big bigint, label varchar(10));
            INSERT INTO city VALUES (1, 'Ulm', false, 9000000000, 'l'), (2, 'ulm', true, -5, NULL), (3, NULL, NULL, NULL, ''),
              (4, '', false, 0, 'L'), (5, 'Äu', true, 9000000000, 'it''s');
            CREATE TABLE other.person (id uuid PRIMARY KEY, name text, city int, paid double precision, price numeric, mood mood,
              at timestamptz);
            INSERT INTO other.person VALUES ('00000000-0000-0000-0000-00000000000a', 'a', 1, 'NaN', 1.50, 'fine', now()),
              ('00000000-0000-0000-0000-00000000000b', NULL, 2, '-0', 1.5, 'sad', 'infinity'),
              ('00000000-0000-0000-0000-00000000000c', 'c', NULL, NULL, NULL, NULL, NULL);
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM city",
                "SELECT c.*, p.name AS person FROM city c JOIN person p ON p.city = c.id",
                "SELECT city.id, [person].`id` AS p FROM city LEFT OUTER JOIN person ON city.id = person.city",
                "SELECT c.id cid, p.born, p.price FROM city AS c, person AS p WHERE c.id = p.city",
                "SELECT NAME AS \"select\", \"BIG ONE\" FROM main.City WHERE name >= 'U' AND name <> 'ulm'",
                "SELECT id FROM city WHERE capital = 1 OR NOT capital",
                "SELECT id, capital, capital IS NULL AS unknown, name = '' AS empty FROM city",
                "SELECT id FROM city WHERE name IN ('Ulm', 'it''s') OR \"big one\" NOT BETWEEN 0 AND 8",
                "SELECT a.id, b.id AS other FROM city a JOIN city b USING (name, capital)",
                "SELECT id, coalesce(name, '?') || '!' AS loud FROM city",
                "SELECT CASE WHEN \"big one\" > 5 THEN 'big' WHEN capital THEN name ELSE 'none' END AS size FROM city",
                "SELECT count(*) AS n, count(name) AS named, count(DISTINCT name) AS names, min(name) AS first,"
                        + " max(\"big one\") AS most, sum(\"big one\") AS total FROM city",
                "SELECT capital, sum(\"big one\") AS total FROM city GROUP BY capital HAVING count(*) > 1",
                "SELECT sum(id) AS total, count(*) AS n FROM city WHERE id < 0",
                "SELECT DISTINCT \"big one\" FROM city",
                "SELECT name FROM city UNION SELECT name FROM person ORDER BY 1 DESC",
                "SELECT id, 'c' AS kind FROM city UNION ALL SELECT id, 'p' FROM person",
                "SELECT id, -7 AS seven, 'it''s' AS text FROM city WHERE id == 1 AND name != 'x'",
                "SELECT id, name FROM city ORDER BY name DESC, id",
                "SELECT name FROM city ORDER BY \"big one\" DESC NULLS FIRST, 1"
            })
    void of_sqlite_gives_the_same_rows(String query) throws SQLException {
        Databases.run(sqlite, SQLITE + "CREATE VIEW v AS " + query);

        SyncReport report = Syncs.toPostgres(sqlite, database);

        assertThat(views(report)).containsExactly(new LedgerEntry("view", "v", Fate.TRANSLATED, ""));
        assertSameRows(query.contains("ORDER BY"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '#', textBlock = """
            SELECT id FROM city WHERE name LIKE 'u%' ; it uses LIKE
            SELECT id FROM city WHERE name = 'x' COLLATE NOCASE ; it uses COLLATE
            SELECT id / 2 AS half FROM city ; it uses /
            SELECT id + 1 AS next FROM city ; it uses +
            SELECT id FROM city NATURAL JOIN person ; it uses NATURAL
            SELECT id FROM city LIMIT 1 ; it uses LIMIT
            SELECT avg(id) AS mean FROM city ; it uses the function avg
            SELECT sum(paid) AS paid FROM person ; it sums what is not of integers only
            SELECT min(price) AS least FROM person ; it takes the min of what is neither integer nor text
            SELECT upper(name) AS loud FROM city ; it uses the function upper
            SELECT id FROM city WHERE id = '1' ; it mixes values of different types
            SELECT id FROM city WHERE id = name ; it mixes values of different types
            SELECT id || name AS both FROM city ; it joins something with || that is no text
            SELECT id FROM person WHERE nick = 'a' ; the two sides may compare "person"."nick" differently
            SELECT id FROM person WHERE mark < '5' ; the two sides may order "person"."mark" differently
            SELECT DISTINCT price FROM person ; the two sides may compare "person"."price" differently
            SELECT id FROM person ORDER BY born ; the two sides may order "person"."born" differently
            SELECT paid = 1 AS paid FROM person ; it mixes values of different types
            SELECT name, count(*) AS n FROM city ; it takes a column of just any row of a group
            SELECT rowid AS r FROM city ; the other side has no rowid that it could name
            SELECT id, count(*) FROM city GROUP BY id ; one of its columns has no name
            SELECT id, name AS ID FROM city ; the other side does not allow the name ID for its column
            SELECT id FROM (SELECT id FROM city) ; it uses SELECT
            SELECT id FROM city WHERE id IN (SELECT city FROM person) ; it uses SELECT
            SELECT id FROM city WHERE id ; it takes something for a condition that is none on both sides
            SELECT id NOTNULL FROM city ; it uses NOTNULL
            SELECT x'00' AS b FROM city ; it has a blob literal
            SELECT 1.5 AS n FROM city ; it has the number 1.5, which is no integer of 64 bits
            SELECT NULL AS n FROM city ; the type of n is not the same on both sides
            SELECT id, "no such" AS text FROM city ; the other side has no no such that it could name
            SELECT row_number() OVER () AS n FROM city ; it uses the function row_number
            SELECT count(*) OVER () AS n FROM city ; it uses OVER
            SELECT id FROM gone ; it reads gone, which the other side does not have
            """)
    void of_sqlite_that_may_mean_something_else_is_remembered(String query, String reason) throws SQLException {
        Databases.run(sqlite, SQLITE + "CREATE VIEW v AS " + query);

        SyncReport report = Syncs.toPostgres(sqlite, database);

        assertThat(views(report)).extracting(LedgerEntry::fate).containsExactly(Fate.REMEMBERED);
        assertThat(views(report)).extracting(LedgerEntry::note).asString().contains(reason);
        assertThat(Databases.query(database, "SELECT count(*) FROM pg_views WHERE schemaname = 'public'"))
                .containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM city",
                "SELECT c.id, p.name, p.mood FROM city c LEFT JOIN other.person p ON p.city = c.id",
                "SELECT id, paid FROM other.person WHERE paid IS NULL OR NOT price IS NOT NULL",
                "SELECT id AS \"Id\", label FROM city WHERE label IN ('l', 'it''s') AND name NOT IN ('x', 'y')",
                "SELECT id FROM city WHERE big BETWEEN -5 AND 8 OR capital OR name > 'U'",
                "SELECT d.name, p.mood, big FROM (city c LEFT JOIN other.person p ON c.id = p.city) JOIN city d USING (big)",
                "SELECT capital, count(*) AS n, sum(id) AS ids, max(name) AS last FROM city GROUP BY capital HAVING count(*) > 0",
                "SELECT sum(big)::bigint AS big, min(big) AS least FROM city",
                "SELECT label || '!' AS loud, CASE WHEN capital THEN 'yes' ELSE name END AS c FROM city ORDER BY name DESC, id",
                "SELECT DISTINCT name, big FROM city ORDER BY big, name",
                "SELECT name FROM city UNION SELECT name FROM other.person",
                "SELECT a.id FROM other.person a JOIN other.person b ON a.id = b.id AND a.at = b.at"
            })
    void of_postgresql_gives_the_same_rows(String query) throws SQLException {
        Databases.run(database, POSTGRES + "CREATE VIEW v AS " + query);

        SyncReport report = Syncs.toSqlite(database, sqlite);

        assertThat(views(report)).containsExactly(new LedgerEntry("view", "public.v", Fate.TRANSLATED, ""));
        assertSameRows(query.contains("ORDER BY"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '#', textBlock = """
            SELECT id FROM city WHERE name LIKE 'u%' ; it uses ~~
            SELECT id FROM city WHERE label > 'a' ; the two sides may order "city"."label" differently
            SELECT id FROM other.person WHERE paid > 0 ; it casts to double precision
            SELECT id FROM other.person WHERE mood = 'sad' ; it casts to
            SELECT sum(big) AS big FROM city ; the type of big is not the same on both sides
            SELECT name::varchar(2) AS n FROM city ; it casts to character varying(
            SELECT c.id FROM city c FULL JOIN city d USING (id) ; it uses FULL
            SELECT now() AS now ; it uses the function now
            SELECT id FROM city WHERE EXISTS (SELECT 1) ; it uses EXISTS
            SELECT price FROM other.person GROUP BY price ; the two sides may compare "person"."price" differently
            """)
    void of_postgresql_that_may_mean_something_else_is_remembered(String query, String reason) throws SQLException {
        Databases.run(database, POSTGRES + "CREATE VIEW v AS " + query);

        SyncReport report = Syncs.toSqlite(database, sqlite);

        assertThat(views(report)).extracting(LedgerEntry::fate).containsExactly(Fate.REMEMBERED);
        assertThat(views(report)).extracting(LedgerEntry::note).asString().contains(reason);
        assertThat(Databases.query(sqlite, "SELECT count(*) FROM sqlite_schema WHERE name = 'v'"))
                .containsExactly("0");
    }

    private void assertSameRows(boolean ordered) throws SQLException {
        List<List<Object>> ofSqlite = rows(Databases.connect(sqlite));
        List<List<Object>> ofPostgres = rows(Databases.connect(database));
        assertThat(ofSqlite).isNotEmpty();
        if (ordered) {
            assertThat(ofPostgres).containsExactlyElementsOf(ofSqlite);
        } else {
            assertThat(ofPostgres).containsExactlyInAnyOrderElementsOf(ofSqlite);
        }
    }

    private static List<List<Object>> rows(Connection connection) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM v")) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(value(result.getObject(column)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** A value in a form that is the same for both drivers. */
    private static Object value(Object value) {
        if (value instanceof Boolean truth) {
            return value(truth ? 1 : 0);
        }
        return value instanceof Number ? new BigDecimal(value.toString()).stripTrailingZeros() : String.valueOf(value);
    }

    private static List<LedgerEntry> views(SyncReport report) {
        return report.plan().ledger().stream()
                .filter(entry -> entry.kind().equals("view"))
                .toList();
    }
}
