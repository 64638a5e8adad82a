package io.github.dbsync.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.sqlite.SqliteSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history is told by its name and its columns. What the tools themselves make, {@code MigratedSchemasTest} shows. */
class MigrationTablesTest {

    private static final String FLYWAY_3 =
            "CREATE TABLE schema_version (version_rank INT, installed_rank INT, version TEXT,"
                    + " description TEXT, type TEXT, script TEXT, checksum INT, installed_by TEXT, installed_on TEXT,"
                    + " execution_time INT, success INT)";

    private static final String UPPER_CASE =
            "CREATE TABLE DATABASECHANGELOG (ID, AUTHOR, FILENAME, DATEEXECUTED, ORDEREXECUTED, EXECTYPE, MD5SUM, TAG)";

    private static final String PRISMA = "CREATE TABLE _prisma_migrations (id TEXT PRIMARY KEY, checksum TEXT,"
            + " finished_at DATETIME, migration_name TEXT, logs TEXT, rolled_back_at DATETIME, started_at DATETIME,"
            + " applied_steps_count INTEGER)";

    @TempDir
    private Path folder;

    @Test
    void histories_are_known_by_their_name_and_their_columns() throws SQLException {
        assertThat(tables(FLYWAY_3).history()).hasToString("Optional[Flyway (schema_version)]");
        assertThat(tables(UPPER_CASE).history()).hasToString("Optional[Liquibase (DATABASECHANGELOG)]");
        assertThat(tables(PRISMA).history()).hasToString("Optional[Prisma Migrate (_prisma_migrations)]");
    }

    @Test
    void a_table_of_that_name_and_other_columns_is_the_users() throws SQLException {
        assertThat(tables("CREATE TABLE schema_version (version INT)").tables()).isEmpty();
        assertThat(tables("CREATE TABLE history (installed_rank INT)").tables()).isEmpty();
    }

    @Test
    void a_lock_is_the_tools_and_says_nothing_of_the_schema() throws SQLException {
        MigrationTables tables = tables("CREATE TABLE databasechangeloglock (id, locked, lockgranted, lockedby)");
        assertThat(tables.tables()).hasSize(1);
        assertThat(tables.history()).isEmpty();
    }

    @Test
    void what_hangs_on_a_history_goes_with_it() throws SQLException {
        Catalog catalog = catalog(
                PRISMA,
                "CREATE TABLE item (id)",
                "CREATE TRIGGER told AFTER INSERT ON _prisma_migrations BEGIN SELECT 1; END",
                "CREATE TRIGGER stays AFTER INSERT ON item BEGIN SELECT 1; END");
        Catalog rest = MigrationTables.in(catalog).removedFrom(catalog);
        assertThat(rest.tables()).extracting(Table::name).containsExactly(QualifiedName.of("item"));
        assertThat(rest.others()).extracting(OtherObject::name).contains(QualifiedName.of("stays"));
        assertThat(rest.others()).extracting(OtherObject::name).doesNotContain(QualifiedName.of("told"));
    }

    private MigrationTables tables(String statement) throws SQLException {
        return MigrationTables.in(catalog(statement));
    }

    private Catalog catalog(String... statements) throws SQLException {
        Path file = folder.resolve(statements[0].hashCode() + ".db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        try (Source source = SqliteSource.open(new SqliteFile(file))) {
            return source.catalog();
        }
    }
}
