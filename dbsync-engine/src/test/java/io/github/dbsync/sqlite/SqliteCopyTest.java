package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.dialect.Source;
import io.github.dbsync.endpoint.SqliteFile;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole databases, from one file into another: what arrives is what was there. */
class SqliteCopyTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"chinook/Chinook_Sqlite.sqlite", "chinook/Chinook_Sqlite_AutoIncrementPKs.sqlite"})
    void chinook_is_the_same_afterwards(String name) throws IOException {
        SqliteFile original = Databases.shared(name, folder);
        SqliteFile copy = new SqliteFile(folder.resolve("copy.sqlite"));

        Databases.copy(original, copy);

        assertSame(original, copy);
    }

    @Test
    void northwind_is_the_same_afterwards() throws Exception {
        Path file = folder.resolve("northwind.db");
        try (Connection connection = Databases.connect(file)) {
            for (String statement : SqlScript.statements(Databases.sharedText("northwind/northwind_sqlite.sql"))) {
                Databases.execute(connection, statement);
            }
        }
        SqliteFile copy = new SqliteFile(folder.resolve("copy.sqlite"));

        Databases.copy(new SqliteFile(file), copy);

        assertSame(new SqliteFile(file), copy);
    }

    private static void assertSame(SqliteFile original, SqliteFile copy) {
        String schema =
                "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
                        + " ORDER BY type, name";
        assertThat(Databases.query(copy.path(), schema)).isEqualTo(Databases.query(original.path(), schema));
        try (Source source = SqliteSource.open(original)) {
            List<String> tables = source.catalog().tables().stream()
                    .map(table -> table.name().name())
                    .toList();
            assertThat(tables).isNotEmpty();
            for (String table : tables) {
                assertThat(Databases.cells(copy.path(), table))
                        .as(table)
                        .isEqualTo(Databases.cells(original.path(), table));
            }
        }
    }
}
