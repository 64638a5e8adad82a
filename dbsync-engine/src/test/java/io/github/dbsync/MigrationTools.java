package io.github.dbsync;

import io.github.dbsync.endpoint.PostgresDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.flywaydb.core.Flyway;

/** The real Flyway and the real Liquibase, with the migrations of a small shop for either database. */
final class MigrationTools {

    private static final String MIGRATIONS = "io/github/dbsync/migrations/";

    /** Held here, lest its level be forgotten with it. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    static {
        LIQUIBASE.setLevel(Level.OFF);
    }

    private MigrationTools() {}

    static Flyway flyway(PostgresDatabase database) {
        return Flyway.configure()
                .loggers("slf4j")
                .dataSource(jdbc(database), database.user(), password(database))
                .locations("classpath:" + MIGRATIONS + "flyway/postgresql")
                .load();
    }

    static Flyway flyway(Path sqlite) {
        return Flyway.configure()
                .loggers("slf4j")
                .dataSource("jdbc:sqlite:" + sqlite, null, null)
                .locations("classpath:" + MIGRATIONS + "flyway/sqlite")
                .load();
    }

    static void liquibaseUpdate(PostgresDatabase database) throws Exception {
        with(connect(database), liquibase -> liquibase.update(new Contexts()));
    }

    static void liquibaseUpdate(Path sqlite) throws Exception {
        with(DriverManager.getConnection("jdbc:sqlite:" + sqlite), liquibase -> liquibase.update(new Contexts()));
    }

    /** The change sets that Liquibase holds for not yet run, after it has found the others valid. */
    static List<ChangeSet> unrun(PostgresDatabase database) throws Exception {
        return unrun(connect(database));
    }

    /** The change sets that Liquibase holds for not yet run, after it has found the others valid. */
    static List<ChangeSet> unrun(Path sqlite) throws Exception {
        return unrun(DriverManager.getConnection("jdbc:sqlite:" + sqlite));
    }

    private static List<ChangeSet> unrun(Connection connection) throws Exception {
        List<ChangeSet> unrun = new ArrayList<>();
        with(connection, liquibase -> {
            liquibase.validate();
            unrun.addAll(liquibase.listUnrunChangeSets(new Contexts(), new LabelExpression()));
        });
        return unrun;
    }

    private static void with(Connection connection, Work work) throws Exception {
        try (connection) {
            Liquibase liquibase = new Liquibase(
                    MIGRATIONS + "liquibase/shop.sql",
                    new ClassLoaderResourceAccessor(),
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
            liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
            Scope.child(Map.of(Scope.Attr.ui.name(), new LoggerUIService()), () -> work.run(liquibase));
        }
    }

    private static Connection connect(PostgresDatabase database) throws SQLException {
        return DriverManager.getConnection(jdbc(database), database.user(), password(database));
    }

    private static String jdbc(PostgresDatabase database) {
        return "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.database();
    }

    private static String password(PostgresDatabase database) {
        return database.password() == null ? "" : database.password().reveal();
    }

    /** What is done with Liquibase. */
    @FunctionalInterface
    private interface Work {
        void run(Liquibase liquibase) throws LiquibaseException;
    }
}
