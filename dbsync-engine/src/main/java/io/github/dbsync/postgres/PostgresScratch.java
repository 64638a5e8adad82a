package io.github.dbsync.postgres;

import io.github.dbsync.dialect.ScratchDatabase;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A database of its own on a server where nobody minds. */
public final class PostgresScratch implements ScratchDatabase {

    private final PostgresDatabase server;
    private final PostgresDatabase database;
    private final Connection connection;

    private PostgresScratch(PostgresDatabase server, PostgresDatabase database, Connection connection) {
        this.server = server;
        this.database = database;
        this.connection = connection;
    }

    /**
     * Makes a database.
     *
     * @param server any database of the server, with a user that may make others
     * @param schema the schema that plain names mean, which is made; null for {@code public}
     * @throws DbSyncException where the server is not reached or refuses
     */
    public static ScratchDatabase create(PostgresDatabase server, @Nullable String schema) {
        String name = "dbsync_" + UUID.randomUUID().toString().replace("-", "");
        PostgresDatabase database = new PostgresDatabase(
                server.host(),
                server.port(),
                name,
                server.user(),
                server.password(),
                server.environmentPassword(),
                schema,
                server.parameters());
        onServer(server, "CREATE DATABASE " + Quoting.name(name) + " TEMPLATE template0");
        try {
            return new PostgresScratch(server, database, connect(database));
        } catch (DbSyncException refused) {
            onServer(server, drop(database));
            throw refused;
        }
    }

    private static Connection connect(PostgresDatabase database) {
        String home = Quoting.name(database.schemaOrPublic());
        Connection connection = PostgresConnection.open(
                database, List.of("CREATE SCHEMA IF NOT EXISTS " + home, "SET search_path = " + home));
        run(connection, database, "SET check_function_bodies = on", "beginning");
        return connection;
    }

    private static void onServer(PostgresDatabase server, String sql) {
        try (Connection connection = PostgresConnection.open(server, List.of())) {
            run(connection, server, sql, "making room to try things");
        } catch (SQLException gone) {
            throw new PostgresProblems(server).of(gone, "closing the connection");
        }
    }

    private static String drop(PostgresDatabase database) {
        return "DROP DATABASE IF EXISTS " + Quoting.name(database.database()) + " WITH (FORCE)";
    }

    private static void run(Connection connection, PostgresDatabase database, String sql, String doing) {
        try (java.sql.Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new PostgresProblems(database).of(refused, doing);
        }
    }

    @Override
    public PostgresDatabase endpoint() {
        return database;
    }

    @Override
    public void execute(Statement statement) {
        run(connection, database, statement.sql(), statement.reason());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            throw new PostgresProblems(database).of(gone, "closing the connection");
        }
        onServer(server, drop(database));
    }
}
