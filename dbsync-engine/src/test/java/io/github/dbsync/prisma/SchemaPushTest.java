package io.github.dbsync.prisma;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.Judges;
import io.github.dbsync.catalog.ForeignKey;
import io.github.dbsync.catalog.Index;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.embedded.DisposableServer;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.postgres.PostgresDialect;
import io.github.dbsync.sqlite.SqliteDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What dbsync makes of a schema is what {@code prisma db push} makes of it, on both sides. */
class SchemaPushTest {

    private static final int MAJOR = 7;

    @TempDir
    private Path folder;

    private Path sqlite;
    private PostgresDatabase database;

    @BeforeEach
    void nameBothEnds() {
        sqlite = folder.resolve("app.db");
        database = PostgresServers.major(15).createDatabase();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-sqlite", "naming-sqlite.sqlite", "partial.sqlite", "rm.sqlite", "self.sqlite"})
    void on_sqlite_every_statement_is_the_same_to_the_character(String recorded) throws Exception {
        Path expected = folder.resolve("expected.db");
        try (Connection connection = Pushes.connect(expected)) {
            Pushes.execute(connection, Files.readString(Schemas.resource("examples/" + recorded + ".sql")));
        }
        applyToSqlite(recorded.replace(".sqlite", ""));
        assertThat(statements(sqlite)).containsExactlyInAnyOrderElementsOf(statements(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"all-postgresql", "naming.postgresql", "partial.postgresql", "pgfeat.postgresql", "rm.postgresql"
            })
    void on_postgresql_every_definition_is_the_same(String recorded) throws Exception {
        PostgresDatabase expected = PostgresServers.major(15).createDatabase();
        try (Connection connection = DisposableServer.connect(expected)) {
            Pushes.execute(connection, Files.readString(Schemas.resource("examples/" + recorded + ".sql")));
        }
        applyToPostgres(recorded.replace(".postgresql", ""));
        Judges.assertSamePostgres(expected, database);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "all-postgresql",
                "all-sqlite",
                "naming",
                "naming-sqlite",
                "partial",
                "rm",
                "self",
                "setnull"
            })
    void on_postgresql_prisma_finds_nothing_to_change(String example) throws Exception {
        applyToPostgres(example);
        assertThat(RealPrisma.on(database).drift(file(example))).isEmpty();
    }

    /** An operator class in raw(), and a column whose name PostgreSQL cuts. */
    @ParameterizedTest
    @ValueSource(strings = {"pgfeat", "uni"})
    void on_postgresql_prisma_finds_what_it_finds_after_its_own_push(String example) throws Exception {
        PostgresDatabase pushed = PostgresServers.major(15).createDatabase();
        RealPrisma.on(pushed).push(file(example));
        applyToPostgres(example);
        assertThat(RealPrisma.on(database).drift(file(example)))
                .isEqualTo(RealPrisma.on(pushed).drift(file(example)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-sqlite", "naming-sqlite", "rm", "self", "uni"})
    void on_sqlite_prisma_finds_nothing_to_change(String example) throws Exception {
        applyToSqlite(example);
        assertThat(RealPrisma.on(sqlite).drift(file(example))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-postgresql", "naming"})
    void what_sqlite_cannot_hold_is_what_prisma_takes_instead(String example) throws Exception {
        applyToSqlite(example);
        assertThat(RealPrisma.on(sqlite).drift(file(example + ".lowered"))).isEmpty();
    }

    /** Ids that number nothing, and defaults that no client can read. */
    @ParameterizedTest
    @CsvSource({"a, a, BigAuto Defaults", "pgfeat, pgfeat.lowered, Pst"})
    void on_sqlite_prisma_would_change_what_it_gets_wrong(String example, String asked, String tables)
            throws Exception {
        applyToSqlite(example);
        Pushes.dropPartialIndexes(sqlite);
        assertThat(Pushes.redefined(RealPrisma.on(sqlite).drift(file(asked))))
                .containsExactlyInAnyOrder(tables.split(" "));
    }

    @Test
    void where_prismas_own_statements_fail_on_sqlite_the_application_works() throws Exception {
        applyToSqlite("a");
        try (Connection connection = Pushes.connect(sqlite)) {
            Pushes.execute(connection, "INSERT INTO BigAuto (n) VALUES (1), (2)");
            Pushes.execute(connection, "INSERT INTO Defaults (id, k, l, m, n, s) VALUES ('1', '', '', '', '', 0)");
        }
        assertThat(Pushes.column(sqlite, "SELECT id FROM BigAuto")).containsExactly("1", "2");
        assertThat(Pushes.column(sqlite, "SELECT typeof(h) || ' ' || hex(h) FROM Defaults"))
                .containsExactly("blob 48656C6C6F");
        assertThat(Pushes.column(sqlite, "SELECT g2 || ' ' || g3 FROM Defaults"))
                .containsExactly("2020-01-02T03:04:05.678+00:00 2020-01-02T01:04:05.000+00:00");
    }

    @Test
    void what_sqlite_cannot_hold_is_named_with_its_place() throws Exception {
        assertThat(push("pgfeat", Provider.SQLITE).findings())
                .extracting(finding -> finding.what() + " " + finding.where().replaceAll("[^ ]*:", ""))
                .containsExactly(
                        "SQLite has no extensions in Prisma: none. 8",
                        "SQLite has no schemas in Prisma: one place for all tables. 9, 56, 64, 70, 15",
                        "SQLite has no types of PostgreSQL in Prisma: the usual type of the field."
                                + " 19, 20, 21, 26, 27, 28, 30, 31, 32, 33, 34, 35, 37, 38, 39, 40, 41, 42, 61",
                        "SQLite has no lists in Prisma: a JSON text, which the application must read as such."
                                + " 22, 23, 24, 25",
                        "SQLite has no autoincrement() beside an @id in Prisma: no default. 35, 36",
                        "SQLite has no indexes of type Gin in Prisma: a usual index. 47, 48",
                        "SQLite has no indexes of type Hash in Prisma: a usual index. 49",
                        "SQLite has no indexes of type Brin in Prisma: a usual index. 50",
                        "SQLite has no defaults that are PostgreSQL's own in Prisma: no default. 19");
        assertThat(push("pgfeat", Provider.POSTGRESQL).findings()).isEmpty();
    }

    @Test
    void what_is_required_cannot_become_null_on_sqlite() throws Exception {
        PushedSchema pushed = push("setnull", Provider.SQLITE);
        assertThat(last(pushed).foreignKeys())
                .extracting(ForeignKey::onDelete)
                .containsExactly(ForeignKey.Action.RESTRICT);
        assertThat(pushed.findings())
                .extracting(Problem::what)
                .containsExactly("SQLite has no SetNull for what is required in Prisma: Restrict.");
    }

    @Test
    void until_prisma_5_the_pairs_of_a_relation_are_a_unique_index() throws Exception {
        Schema schema = Schemas.parse("examples/all-postgresql.prisma").schema();
        Table old = last(SchemaPush.push(schema, Provider.POSTGRESQL, 5));
        assertThat(old.primaryKey()).isNull();
        assertThat(old.indexes()).extracting(Index::name).containsExactly("_PostToTag_AB_unique", "_PostToTag_B_index");
        assertThat(last(SchemaPush.push(schema, Provider.POSTGRESQL, 6)).primaryKey())
                .isNotNull();
    }

    private static Table last(PushedSchema pushed) {
        return pushed.tables().get(pushed.tables().size() - 1);
    }

    @Test
    void a_schema_that_prisma_refuses_on_both_sides_is_refused() throws Exception {
        assertThat(SchemaCheck.problems(Schemas.parse("examples/coll.prisma"))).isNotEmpty();
    }

    private void applyToSqlite(String example) throws Exception {
        PushedSchema pushed = push(example, Provider.SQLITE);
        try (Connection connection = Pushes.connect(sqlite)) {
            Pushes.apply(pushed, new SqliteDialect(), connection);
        }
    }

    private void applyToPostgres(String example) throws Exception {
        PushedSchema pushed = push(example, Provider.POSTGRESQL);
        try (Connection connection = DisposableServer.connect(database)) {
            Pushes.apply(pushed, new PostgresDialect(), connection);
        }
    }

    private static PushedSchema push(String example, Provider provider) throws IOException {
        ParsedSchema parsed = Schemas.parse("examples/" + example + ".prisma");
        assertThat(SchemaCheck.problems(parsed)).isEmpty();
        return SchemaPush.push(parsed.schema(), provider, MAJOR);
    }

    private static List<String> statements(Path sqlite) throws SQLException {
        return Pushes.column(sqlite, "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL");
    }

    private static Path file(String example) {
        return Schemas.resource("examples/" + example + ".prisma");
    }
}
