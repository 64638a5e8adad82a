package io.github.dbsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.rules.ColumnRules;
import org.junit.jupiter.api.Test;

/** One snapshot, left whenever one likes. */
class PostgresSourceTest {

    private final PostgresDatabase database = PostgresServers.newest().createDatabase();

    @Test
    void whatHappensMeanwhileIsNotSeen() {
        Sql.run(database, "CREATE TABLE t AS SELECT 1 AS v");
        try (Source source = PostgresSource.open(database)) {
            Table table = table(source, "t");
            Sql.run(database, "INSERT INTO t VALUES (2)");

            assertThat(source.countRows(table)).isEqualTo(1);
            assertThat(count(source, table)).isEqualTo(1);
        }
    }

    @Test
    void readingCanBeGivenUpAndBegunAgain() {
        Sql.run(database, "CREATE TABLE t AS SELECT generate_series(1, 200000) AS v");
        try (Source source = PostgresSource.open(database)) {
            Table table = table(source, "t");
            Batch batch = Batch.of(table);
            try (RowReader rows = source.read(table)) {
                assertThat(rows.next(batch)).isTrue();
                assertThat(batch.rows()).isEqualTo(Batch.MAX_ROWS);
            }
            assertThat(count(source, table)).isEqualTo(200_000);
        }
    }

    @Test
    void rowsComeInTheOrderInWhichTheTableKeepsThem() {
        Sql.run(database, "CREATE TABLE t (v integer PRIMARY KEY)", "INSERT INTO t VALUES (3), (1), (2)");
        try (Source source = PostgresSource.open(database)) {
            Table table = table(source, "t");
            Batch batch = Batch.of(table);
            try (RowReader rows = source.read(table)) {
                rows.next(batch);
            }
            assertThat(new long[] {
                        batch.longs(0).get(0),
                        batch.longs(0).get(1),
                        batch.longs(0).get(2)
                    })
                    .containsExactly(3, 1, 2);
        }
    }

    @Test
    void tablesWithoutColumnsHaveRowsToo() {
        PostgresDatabase copy = PostgresServers.newest().createDatabase();
        Sql.run(database, "CREATE TABLE t ()", "INSERT INTO t DEFAULT VALUES", "INSERT INTO t DEFAULT VALUES");

        DatabaseCopy.copy(database, copy);

        assertThat(Sql.texts(copy, "SELECT count(*) FROM t")).containsExactly("2");
    }

    @Test
    void orphansOfAKeyThatWasNeverValidated() {
        Sql.run(
                database,
                "CREATE TABLE p (id integer PRIMARY KEY)",
                "CREATE TABLE c (p integer)",
                "INSERT INTO c VALUES (1), (2), (null)",
                "ALTER TABLE c ADD CONSTRAINT late FOREIGN KEY (p) REFERENCES p NOT VALID");
        try (Source source = PostgresSource.open(database)) {
            assertThat(source.census(table(source, "c"), true, ColumnRules.NONE).findings())
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.code()).isEqualTo(ProblemCode.ORPHAN_ROWS);
                        assertThat(problem.what()).startsWith("2 rows of public.c");
                    });
        }
    }

    private static Table table(Source source, String name) {
        return source.catalog().lookupTable(new QualifiedName("public", name)).orElseThrow();
    }

    private static long count(Source source, Table table) {
        Batch batch = Batch.of(table);
        long rows = 0;
        try (RowReader reader = source.read(table)) {
            while (reader.next(batch)) {
                rows += batch.rows();
            }
        }
        return rows;
    }
}
