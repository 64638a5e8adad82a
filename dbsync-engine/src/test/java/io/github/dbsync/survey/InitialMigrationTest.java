package io.github.dbsync.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.Judges;
import io.github.dbsync.appconfig.ApplicationSchema;
import io.github.dbsync.embedded.DisposableServer;
import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.postgres.PostgresDialect;
import io.github.dbsync.prisma.DateTimeForm;
import io.github.dbsync.prisma.SchemaFile;
import io.github.dbsync.prisma.SchemaParser;
import io.github.dbsync.sqlite.SqliteDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first migration makes what Prisma's own first migration makes, as one script in any schema. */
class InitialMigrationTest {

    private static final Path EXAMPLES = Path.of("src/test/resources/io/github/dbsync/prisma/examples");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"all-postgresql", "naming.postgresql", "partial.postgresql", "pgfeat.postgresql", "rm.postgresql"
            })
    void on_postgresql(String recorded) throws Exception {
        PostgresDatabase expected = PostgresServers.major(15).createDatabase();
        PostgresDatabase made = PostgresServers.major(15).createDatabase();
        run(expected, Files.readString(EXAMPLES.resolve(recorded + ".sql")));
        run(
                made,
                script(schema(recorded.replace(".postgresql", "")), new PostgresDialect())
                        .orElseThrow());
        Judges.assertSamePostgres(expected, made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-sqlite", "naming-sqlite.sqlite", "partial.sqlite", "rm.sqlite", "self.sqlite"})
    void on_sqlite(String recorded) throws Exception {
        List<String> expected = made(Files.readString(EXAMPLES.resolve(recorded + ".sql")));
        String script = script(schema(recorded.replace(".sqlite", "")), new SqliteDialect())
                .orElseThrow();
        assertThat(made(script)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void names_no_schema_that_the_application_does_not_name() throws Exception {
        assertThat(script(schema("all-postgresql"), new PostgresDialect()).orElseThrow())
                .startsWith("-- enum type roles\nCREATE TYPE \"roles\"")
                .doesNotContain("public", "setval");
    }

    @Test
    void a_schema_that_prisma_refuses_has_none() throws Exception {
        assertThat(script(schema("coll"), new PostgresDialect())).isEmpty();
    }

    private static Optional<String> script(ApplicationSchema schema, io.github.dbsync.dialect.Dialect dialect) {
        return InitialMigration.script(schema, dialect);
    }

    private static ApplicationSchema schema(String example) throws IOException {
        Path file = EXAMPLES.resolve(example + ".prisma");
        return new ApplicationSchema(
                example,
                SchemaParser.parse(List.of(new SchemaFile(example, Files.readString(file)))),
                7,
                DateTimeForm.usual(7, true));
    }

    private static void run(PostgresDatabase database, String script) throws SQLException {
        try (Connection connection = DisposableServer.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    private List<String> made(String script) throws SQLException, IOException {
        Path file = Files.createTempFile(folder, "made", ".db");
        List<String> definitions = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
            try (ResultSet rows = statement.executeQuery("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL")) {
                while (rows.next()) {
                    definitions.add(rows.getString(1));
                }
            }
        }
        return definitions;
    }
}
