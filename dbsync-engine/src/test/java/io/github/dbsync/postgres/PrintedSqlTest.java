package io.github.dbsync.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What PostgreSQL printed is made again so that it prints the same. */
class PrintedSqlTest {

    private static List<Integer> majors() {
        return PostgresServers.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void printsTheSameAfterItWasReadBack(int major) {
        PostgresDatabase database = PostgresServers.major(major).createDatabase();
        Sql.run(
                database,
                "CREATE TABLE t (v varchar(5), c char(3), n numeric, CHECK (v IN ('x', 'it''s])::text[])')),"
                        + " CHECK (v NOT IN ('a', NULL)), CHECK (v IN (upper('a')::varchar(4), 'b') OR n IN (1, 2.5)),"
                        + " CHECK (v LIKE ANY (ARRAY['a%', 'b'])), CHECK (c IN ('a', 'b')), CHECK (v IN ('a'::text, 'b')))");
        List<String> printed = checks(database);
        Sql.run(database, "CREATE TABLE u (LIKE t)");
        printed.forEach(check -> Sql.run(database, "ALTER TABLE u ADD " + PrintedSql.rereadable(check)));
        Sql.run(database, "DROP TABLE t");
        assertThat(printed).hasSize(6).isEqualTo(checks(database));
    }

    private static List<String> checks(PostgresDatabase database) {
        return Sql.texts(
                database,
                "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'c' AND conrelid >= 16384 ORDER BY oid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'ANY ((ARRAY[NULL::character varying])::text[])'",
                "AS $a$ SELECT v = ANY ((ARRAY['x'::character varying])::text[]) $a$",
                "ANY ((ARRAY[a])::text[])"
            })
    void whatIsNoSuchCastStays(String sql) {
        assertThat(PrintedSql.rereadable(sql)).isEqualTo(sql);
    }

    @Test
    void aLongListIsNoBurden() {
        String list = "'x'::character varying, ".repeat(50_000) + "'y'::character varying";
        assertThat(PrintedSql.rereadable("ANY ((ARRAY[" + list + "])::text[])")).isEqualTo("ANY (ARRAY[" + list + "])");
    }
}
