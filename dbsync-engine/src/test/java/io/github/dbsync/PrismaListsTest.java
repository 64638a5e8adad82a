package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of a Prisma schema, which PostgreSQL keeps as arrays and SQLite as JSON. */
class PrismaListsTest {

    private static final String SCHEMA = """
            datasource db {
              provider = "postgresql"
            }
            model Lists {
              id    Int @id
              texts String[]
              ints  Int[]
              flts  Float[]
              bools Boolean[]
              jsons Json[]
            }
            """;

    private static final String TABLE = "CREATE TABLE \"Lists\" (id integer PRIMARY KEY, texts text[], ints integer[],"
            + " flts double precision[], bools boolean[], jsons jsonb[])";

    @TempDir
    private Path folder;

    private Path sqlite;
    private PostgresDatabase database;

    @BeforeEach
    void makeTheApplication() throws Exception {
        Files.writeString(folder.resolve("schema.prisma"), SCHEMA);
        sqlite = folder.resolve("app.db");
        database = PostgresServers.major(15).createDatabase();
        Databases.run(database, TABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "texts | ARRAY['a','b c','NULL',NULL,'','\"q\" \\ {x},','é'] | [\"a\",\"b c\",\"NULL\",null,\"\",\"\\\"q\\\" \\\\ {x},\",\"é\"]",
                "texts | ARRAY[]::text[] | []",
                "texts | NULL | null",
                "ints | ARRAY[1,-2,NULL] | [1,-2,null]",
                "flts | ARRAY[1.5,-0,1e300,1e-7]::float8[] | [1.5,0,1e+300,1e-07]",
                "bools | ARRAY[true,false] | [true,false]",
                "jsons | ARRAY['{\"a\": [1, \"x, y\"]}','1.50','\"s\"']::jsonb[] | [{\"a\":[1,\"x, y\"]},1.50,\"s\"]"
            })
    void a_list_is_a_json_array_and_comes_back(String column, String array, String json) throws Exception {
        Databases.run(database, "INSERT INTO \"Lists\" (id, " + column + ") VALUES (1, " + array + ")");
        Syncs.toSqlite(database, sqlite);
        assertThat(Databases.query(sqlite, "SELECT typeof(" + column + "), " + column + " FROM Lists"))
                .containsExactly("text " + json);
        PostgresDatabase back = PostgresServers.major(15).createDatabase();
        Syncs.toPostgres(sqlite, back);
        Judges.assertSamePostgres(database, back);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ints | ARRAY[[1,2],[3,4]]", "ints | ('[2:3]={1,2}')::integer[]", "flts | ARRAY['NaN']::float8[]"})
    void what_json_cannot_say_is_refused(String column, String array) throws Exception {
        Databases.run(database, "INSERT INTO \"Lists\" (id, " + column + ") VALUES (1, " + array + ")");
        assertThatThrownBy(() -> Syncs.toSqlite(database, sqlite))
                .isInstanceOfSatisfying(DbSyncException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(ProblemCode.VALUE_DOES_NOT_FIT);
                    assertThat(refused.problem().where()).startsWith("table Lists, column " + column);
                });
        assertThat(sqlite).doesNotExist();
    }

    @Test
    void a_text_that_is_no_list_is_refused() throws Exception {
        Databases.run(database, "INSERT INTO \"Lists\" (id, ints) VALUES (1, '{1}')");
        Syncs.toSqlite(database, sqlite);
        Databases.run(sqlite, "UPDATE Lists SET ints = '[1, \"two\"]'");
        assertThatThrownBy(() -> Syncs.toPostgres(sqlite, database))
                .isInstanceOfSatisfying(
                        DbSyncException.class,
                        refused -> assertThat(refused.problem().why())
                                .contains("text that is not a JSON array of the list's values"));
        assertThat(Databases.query(database, "SELECT ints FROM \"Lists\"")).containsExactly("{1}");
    }
}
