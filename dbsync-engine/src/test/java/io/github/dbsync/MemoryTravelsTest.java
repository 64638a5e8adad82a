package io.github.dbsync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.ProblemCode;
import io.github.dbsync.property.SqliteImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The memory goes where its database goes, and is believed only whole. */
class MemoryTravelsTest extends BothEnds {

    /** How a SQLite file is copied or made anew. */
    enum Journey {
        VACUUM {
            @Override
            Path go(Path from) throws SQLException {
                Databases.run(from, "VACUUM");
                return from;
            }
        },
        VACUUM_INTO {
            @Override
            Path go(Path from) throws SQLException {
                Databases.run(from, "VACUUM INTO '" + copy(from) + "'");
                return copy(from);
            }
        },
        BACKUP {
            @Override
            Path go(Path from) throws SQLException {
                Databases.run(from, "backup to '" + copy(from) + "'");
                return copy(from);
            }
        },
        FILE_COPY {
            @Override
            Path go(Path from) throws IOException {
                return Files.copy(from, copy(from));
            }
        };

        abstract Path go(Path from) throws SQLException, IOException;

        private static Path copy(Path from) {
            return from.resolveSibling("copy.db");
        }
    }

    @ParameterizedTest
    @EnumSource
    void with_a_sqlite_file(Journey journey) throws SQLException, IOException {
        Databases.run(
                database,
                "CREATE TABLE item (id int PRIMARY KEY, price numeric(10,2), tags text[] DEFAULT '{}');"
                        + "INSERT INTO item VALUES (1, 1.50, '{a,b}'); CREATE VIEW dear AS SELECT * FROM item WHERE price > 1");
        Syncs.toSqlite(database, sqlite);
        PostgresDatabase back = PostgresServers.major(15).createDatabase();
        Syncs.toPostgres(journey.go(sqlite), back);
        Judges.assertSamePostgres(database, back);
    }

    @Test
    void with_a_dump_of_postgresql() throws SQLException, IOException, InterruptedException {
        assumeTrue(Judges.isInstalled("pg_dump"), "skipped: pg_dump is not installed");
        Databases.run(
                sqlite,
                "CREATE TABLE t (k TEXT PRIMARY KEY, v) WITHOUT ROWID; INSERT INTO t VALUES ('a', 1);"
                        + "CREATE TABLE gaps (v TEXT); INSERT INTO gaps (rowid, v) VALUES (3, 'x'), (9, 'y');"
                        + "CREATE VIRTUAL TABLE f USING fts5(v, content = 'gaps'); INSERT INTO f (f) VALUES ('rebuild')");
        Syncs.toPostgres(sqlite, database);
        PostgresDatabase restored = PostgresServers.major(15).createDatabase();
        dumpAndRestore(database, restored);
        Path back = folder.resolve("back.db");
        Syncs.toSqlite(restored, back);
        try (Connection before = Databases.connect(sqlite);
                Connection after = Databases.connect(back)) {
            assertThat(SqliteImage.of(after)).isEqualTo(SqliteImage.of(before));
        }
    }

    private void dumpAndRestore(PostgresDatabase from, PostgresDatabase to) throws IOException, InterruptedException {
        Path dump = folder.resolve("dump.sql");
        run("pg_dump", "--file=" + dump, Syncs.url(from));
        run("psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-f", dump.toString(), Syncs.url(to));
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE dbsync.memory SET content = replace(content, 'INTEGER', 'TEXT')",
                "UPDATE dbsync.memory SET content = regexp_replace(content, 'memory [0-9]+', 'memory 0')",
                "UPDATE dbsync.memory SET content = left(content, -1)",
                "INSERT INTO dbsync.memory SELECT * FROM dbsync.memory",
                "DELETE FROM dbsync.memory"
            })
    void damaged_it_is_not_trusted_in_postgresql(String damage) throws SQLException {
        Databases.run(sqlite, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        Syncs.toPostgres(sqlite, database);
        Databases.run(database, damage);
        assertThat(catchThrowableOfType(
                                DbSyncException.class, () -> Syncs.toSqlite(database, folder.resolve("back.db")))
                        .problem()
                        .code())
                .isEqualTo(ProblemCode.MEMORY_NOT_TRUSTED);
    }

    @Test
    void a_view_of_its_name_that_is_not_dbsyncs_is_not_trusted() throws SQLException {
        Databases.run(sqlite, "CREATE TABLE t (id INTEGER PRIMARY KEY); CREATE VIEW dbsync_memory AS SELECT 1 AS x");
        assertThat(catchThrowableOfType(DbSyncException.class, () -> Syncs.toPostgres(sqlite, database))
                        .problem()
                        .code())
                .isEqualTo(ProblemCode.MEMORY_NOT_TRUSTED);
    }
}
