package io.github.dbsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the catalog says of odd tables is all that it takes to make them again, on every major. */
class CopiedCatalogTest {

    private static List<Integer> majors() {
        return PostgresServers.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void oddTablesAreMadeAgainAsTheyAre(int major) {
        PostgresDatabase original = PostgresServers.major(major).createDatabase();
        PostgresDatabase copy = PostgresServers.major(major).createDatabase();
        Sql.run(
                original,
                "CREATE SCHEMA \"Odd \"\"Schema\"",
                "CREATE TABLE \"Odd \"\"Schema\".\"a.b\" (\"select\" serial PRIMARY KEY, \"it's\" text DEFAULT 'it''s; \\',"
                        + " v varchar(9) COLLATE \"C\", CONSTRAINT \"odd (check\" CHECK (\"it's\" <> ') REFERENCES ('))",
                "CREATE INDEX \"using (\" ON \"Odd \"\"Schema\".\"a.b\" (v DESC NULLS LAST, lower(\"it's\")) WHERE \"select\" > 3",
                "CREATE UNLOGGED TABLE fast (id bigserial, t text) WITH (fillfactor = 70, toast.autovacuum_enabled = false)",
                "CREATE TABLE always (id smallint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME elsewhere START 7 INCREMENT -2"
                        + " MINVALUE -100 MAXVALUE 100 CACHE 5 CYCLE), d integer GENERATED ALWAYS AS (id * 2) STORED)",
                "INSERT INTO always DEFAULT VALUES",
                "CREATE TABLE a (id integer UNIQUE DEFERRABLE, x integer, y integer, PRIMARY KEY (x) INCLUDE (y))",
                "CREATE TABLE b (a integer REFERENCES a (x) MATCH FULL ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED)",
                "ALTER TABLE a ADD FOREIGN KEY (y) REFERENCES a NOT VALID",
                "CREATE SEQUENCE free INCREMENT 3 CYCLE MAXVALUE 10",
                "SELECT nextval('free')",
                "CREATE TABLE shared (x bigint DEFAULT nextval('free'), y numeric DEFAULT (random() * 2))",
                "CREATE INDEX hashed ON shared USING hash (x)",
                "CREATE UNIQUE INDEX included ON shared (x) INCLUDE (y)");

        DatabaseCopy.copy(original, copy);

        Catalog made = catalog(copy);
        Catalog expected = catalog(original);
        assertThat(made.tables()).containsExactlyElementsOf(expected.tables());
        assertThat(made.sequences()).isEqualTo(expected.sequences());
        assertThat(made.others()).containsExactlyElementsOf(expected.others());
        assertThat(persistence(copy)).isEqualTo(persistence(original));
    }

    private static String persistence(PostgresDatabase database) {
        return Sql.texts(
                        database,
                        "SELECT concat(relname, ' ', relpersistence) FROM pg_class WHERE oid >= 16384 AND relkind IN ('r', 'S')"
                                + " ORDER BY 1")
                .stream()
                .collect(Collectors.joining("\n"));
    }

    private static Catalog catalog(PostgresDatabase database) {
        try (Source source = PostgresSource.open(database)) {
            return source.catalog();
        }
    }
}
