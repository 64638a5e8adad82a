package io.github.dbsync.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.Judges;
import io.github.dbsync.Syncs;
import io.github.dbsync.embedded.DisposableServer;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.postgres.PostgresDialect;
import io.github.dbsync.sqlite.SqliteDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the application has a Prisma schema, the target is what {@code prisma db push} would make of it. */
class GivenByPrismaTest {

    private static final int MAJOR = 7;

    @TempDir
    private Path folder;

    private Path schema;
    private Path sqlite;
    private PostgresDatabase database;

    @BeforeEach
    void nameBothEnds() {
        schema = folder.resolve("schema.prisma");
        sqlite = folder.resolve("app.db");
        database = PostgresServers.major(15).createDatabase();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-sqlite", "naming-sqlite", "partial", "rm", "self", "a"})
    void postgresql_is_what_prisma_would_make_of_it_and_sqlite_what_it_was(String example) throws Exception {
        sqliteBy(example);
        Syncs.toPostgres(sqlite, database);
        Syncs.toPostgres(sqlite, database);
        Path back = folder.resolve("back.db");
        Syncs.toSqlite(database, back);
        Judges.assertSameSqlite(sqlite, back);
        assertThat(RealPrisma.on(database).drift(schema)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"all-postgresql, all-postgresql.lowered", "naming, naming.lowered", "rm, rm", "self, self"})
    void sqlite_is_what_prisma_would_make_of_it_and_postgresql_what_it_was(String example, String asked)
            throws Exception {
        fromPostgresAndBack(example);
        assertThat(RealPrisma.on(sqlite).drift(example(asked))).isEmpty();
    }

    /** Ids that number nothing, and defaults that no client can read. */
    @ParameterizedTest
    @CsvSource({"a, a, BigAuto Defaults", "pgfeat, pgfeat.lowered, Pst"})
    void sqlite_is_what_the_application_needs_where_prismas_own_statements_are_wrong(
            String example, String asked, String redefined) throws Exception {
        fromPostgresAndBack(example);
        Pushes.dropPartialIndexes(sqlite);
        assertThat(Pushes.redefined(RealPrisma.on(sqlite).drift(example(asked))))
                .containsExactlyInAnyOrder(redefined.split(" "));
    }

    /** Of which Prisma 7.10 on SQLite does not say what it would change. */
    @ParameterizedTest
    @ValueSource(strings = {"partial", "setnull"})
    void postgresql_is_what_it_was(String example) throws Exception {
        fromPostgresAndBack(example);
    }

    private void fromPostgresAndBack(String example) throws Exception {
        postgresBy(example);
        Syncs.toSqlite(database, sqlite);
        Syncs.toSqlite(database, sqlite);
        PostgresDatabase back = PostgresServers.major(15).createDatabase();
        Syncs.toPostgres(sqlite, back);
        Judges.assertSamePostgres(database, back);
    }

    private static Path example(String name) {
        return Schemas.resource("examples/" + name + ".prisma");
    }

    private void sqliteBy(String example) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + sqlite)) {
            PushedSchema pushed = push(example, Provider.SQLITE);
            Pushes.apply(pushed, new SqliteDialect(), connection);
            Pushes.execute(connection, SampleRows.of(parse(example), pushed, Provider.SQLITE));
        }
    }

    private void postgresBy(String example) throws Exception {
        try (Connection connection = DisposableServer.connect(database)) {
            PushedSchema pushed = push(example, Provider.POSTGRESQL);
            Pushes.apply(pushed, new PostgresDialect(), connection);
            Pushes.execute(connection, SampleRows.of(parse(example), pushed, Provider.POSTGRESQL));
        }
    }

    private PushedSchema push(String example, Provider provider) throws IOException {
        Files.copy(example(example), schema);
        return SchemaPush.push(parse(example), provider, MAJOR);
    }

    private static Schema parse(String example) throws IOException {
        return Schemas.parse("examples/" + example + ".prisma").schema();
    }
}
