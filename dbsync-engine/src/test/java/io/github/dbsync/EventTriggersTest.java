package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.Secret;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.ProblemCode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What listens to definitions at the target. */
class EventTriggersTest {

    @TempDir
    private Path folder;

    private Path sqlite;

    @BeforeEach
    void makeSource() throws SQLException {
        sqlite = folder.resolve("app.db");
        Databases.run(sqlite, "CREATE TABLE item (id INTEGER PRIMARY KEY); INSERT INTO item VALUES (1)");
    }

    private static List<Integer> majors() {
        return PostgresServers.majors();
    }

    @ParameterizedTest
    @MethodSource("majors")
    void an_event_trigger_of_the_target_hears_nothing_of_a_sync(int major) throws SQLException {
        PostgresDatabase database = PostgresServers.major(major).createDatabase();
        Databases.run(database, """
                CREATE TABLE heard (tag text);
                CREATE TABLE item (id int);
                CREATE FUNCTION hear() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN INSERT INTO public.heard VALUES (tg_tag); END';
                CREATE EVENT TRIGGER hears ON ddl_command_end EXECUTE FUNCTION hear();
                CREATE EVENT TRIGGER hears_always ON sql_drop EXECUTE FUNCTION hear();
                ALTER EVENT TRIGGER hears_always ENABLE ALWAYS
                """);

        Syncs.toPostgres(sqlite, database);

        assertThat(Databases.query(database, "SELECT tag FROM heard")).isEmpty();
        assertThat(Databases.query(database, "SELECT evtname, evtenabled FROM pg_event_trigger ORDER BY 1"))
                .containsExactly("hears O", "hears_always A");
    }

    @Test
    void one_that_cannot_be_kept_quiet_refuses_by_name() throws SQLException {
        PostgresDatabase database = PostgresServers.major(15).createDatabase();
        Databases.run(database, """
                DO $$ BEGIN IF to_regrole('guest') IS NULL THEN CREATE ROLE guest LOGIN PASSWORD 'guest'; END IF; END $$;
                CREATE FUNCTION hear() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
                CREATE EVENT TRIGGER hears ON ddl_command_end EXECUTE FUNCTION hear();
                GRANT CREATE ON SCHEMA public TO guest
                """);
        PostgresDatabase asGuest = new PostgresDatabase(
                database.host(),
                database.port(),
                database.database(),
                "guest",
                new Secret("guest"),
                database.schema(),
                database.parameters());

        DbSyncException refusal = catchThrowableOfType(DbSyncException.class, () -> Syncs.toPostgres(sqlite, asGuest));

        assertThat(refusal.problem().code()).isEqualTo(ProblemCode.TARGET_OBJECT_IN_THE_WAY);
        assertThat(refusal.problem().what()).contains("hears");
    }
}
