package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A schema in the manner of PostgreSQL's own regression tests goes to SQLite and comes back the same, by the verdict of
 * outside judges, or is refused by name: there is no third outcome.
 */
class RegressionSchemaTest {

    private static final int MAJOR = 15;

    @TempDir
    private Path folder;

    static List<Group> groups() throws IOException {
        try (InputStream script =
                Objects.requireNonNull(RegressionSchemaTest.class.getResourceAsStream("postgres-regression.sql"))) {
            return Arrays.stream(new String(script.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^-- == "))
                    .skip(1)
                    .map(Group::of)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("groups")
    void each_group_of_objects_alone(Group group) throws Exception {
        PostgresDatabase original = database(group.script());
        if (group.refused() == null) {
            assertComesBackTheSame(original);
        } else {
            assertThatThrownBy(() -> Syncs.toSqlite(original, folder.resolve("copy.db")))
                    .isInstanceOf(DbSyncException.class)
                    .hasMessageContaining(group.refused());
        }
    }

    @Test
    void all_that_is_not_refused_together() throws Exception {
        String script = groups().stream()
                .filter(group -> group.refused() == null)
                .map(Group::script)
                .collect(Collectors.joining());
        assertComesBackTheSame(database(script));
    }

    private void assertComesBackTheSame(PostgresDatabase original) throws SQLException {
        Path sqlite = folder.resolve("copy.db");
        PostgresDatabase back = PostgresServers.major(MAJOR).createDatabase();
        Syncs.toSqlite(original, sqlite);
        Syncs.toPostgres(sqlite, back);
        Judges.assertSamePostgres(original, back);
    }

    private static PostgresDatabase database(String script) throws Exception {
        PostgresDatabase database = PostgresServers.major(MAJOR).createDatabase();
        Databases.run(database, script);
        return database;
    }

    /**
     * Some objects of the script.
     *
     * @param refused what a refusal of them names, or null where they come back
     */
    record Group(String name, @Nullable String refused, String script) {

        private static Group of(String part) {
            String[] heading = part.lines().findFirst().orElseThrow().split(", refused: ", -1);
            return new Group(heading[0], heading.length == 1 ? null : heading[1], "-- " + part);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
