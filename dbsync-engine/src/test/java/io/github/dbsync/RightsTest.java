package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.dbsync.dialect.LedgerEntry;
import io.github.dbsync.dialect.LedgerEntry.Fate;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.report.SyncReport;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose an object is, who may do what with it, and what nobody but its server may know. */
class RightsTest {

    @TempDir
    private Path folder;

    @Test
    void what_the_server_lacks_is_left_behind_by_name() throws SQLException {
        PostgresDatabase original = PostgresServers.major(15).createDatabase();
        Databases.run(original, """
                DO $$ BEGIN IF to_regrole('only_here') IS NULL THEN CREATE ROLE only_here; END IF; END $$;
                CREATE TABLE item (id int);
                CREATE TABLE theirs (id int);
                GRANT SELECT ON item TO only_here, PUBLIC, pg_monitor;
                ALTER TABLE theirs OWNER TO only_here;
                CREATE POLICY own ON item TO only_here
                """);
        PostgresDatabase elsewhere = PostgresServers.major(16).createDatabase();
        Path sqlite = folder.resolve("app.db");

        Syncs.toSqlite(original, sqlite);
        SyncReport report = Syncs.toPostgres(sqlite, elsewhere);

        assertThat(leftBehind(report))
                .extracting(LedgerEntry::kind, LedgerEntry::name, LedgerEntry::note)
                .containsExactlyInAnyOrder(
                        tuple("privileges", "table public.item of only_here", "the target lacks role only_here"),
                        tuple("owner", "table public.theirs", "the target lacks membership in role only_here"),
                        tuple("policy", "public.own", "the target lacks role only_here"));
        assertThat(
                        Databases.query(
                                elsewhere,
                                "SELECT has_table_privilege('pg_monitor', 'item', 'SELECT'),"
                                        + " (SELECT count(*) FROM aclexplode(relacl) WHERE grantee = 0) FROM pg_class WHERE relname = 'item'"))
                .containsExactly("t 1");
    }

    @Test
    void the_secret_of_a_user_mapping_is_not_remembered() throws SQLException {
        PostgresDatabase database = PostgresServers.major(15).createDatabase();
        Databases.run(database, """
                CREATE TABLE item (id int);
                CREATE FOREIGN DATA WRAPPER wrapper;
                CREATE SERVER plain FOREIGN DATA WRAPPER wrapper OPTIONS (host 'db.example');
                CREATE SERVER keyed FOREIGN DATA WRAPPER wrapper OPTIONS (api_key 'hush');
                CREATE USER MAPPING FOR PUBLIC SERVER plain OPTIONS (user 'reader', password 'hush')
                """);
        Path sqlite = folder.resolve("app.db");

        SyncReport report = Syncs.toSqlite(database, sqlite);

        assertThat(leftBehind(report))
                .extracting(LedgerEntry::kind, LedgerEntry::name)
                .containsExactlyInAnyOrder(tuple("user mapping", "public on plain"), tuple("foreign server", "keyed"));
        assertThat(Databases.query(sqlite, "SELECT group_concat(sql) FROM sqlite_schema"))
                .singleElement()
                .asString()
                .contains("db.example")
                .doesNotContain("hush");
    }

    private static List<LedgerEntry> leftBehind(SyncReport report) {
        return Objects.requireNonNull(report.plan()).ledger().stream()
                .filter(entry -> entry.fate() == Fate.LEFT_BEHIND)
                .toList();
    }
}
