package io.github.dbsync.postgres;

import static java.util.Objects.requireNonNull;

import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/** Opens connections whose sessions are all set alike, whatever the server, the role or this machine prefer. */
final class PostgresConnection {

    static final String SETTING = "-Ddbsync.postgres=postgresql://user:password@host:5432/db";
    static final int OLDEST_MAJOR = 14;

    /**
     * With an empty search path every printed name has its schema; without row security no row is silently missing; a lock
     * that somebody holds is told rather than waited for. The queries for the catalog are long and their results short: the server
     * would take several times longer to compile them than to run them.
     */
    private static final List<String> SESSION = List.of(
            "SET TimeZone = 'UTC'",
            "SET DateStyle = 'ISO, MDY'",
            "SET IntervalStyle = 'postgres'",
            "SET extra_float_digits = 3",
            "SET bytea_output = 'hex'",
            "SET client_encoding = 'UTF8'",
            "SET lc_monetary = 'C'",
            "SET search_path = ''",
            "SET standard_conforming_strings = on",
            "SET array_nulls = on",
            "SET transform_null_equals = off",
            "SET quote_all_identifiers = off",
            "SET xmloption = content",
            "SET row_security = off",
            "SET check_function_bodies = off",
            "SET default_tablespace = ''",
            "SET default_table_access_method = heap",
            "SET jit = off",
            "SET statement_timeout = 0",
            "SET lock_timeout = '10s'",
            "SET idle_in_transaction_session_timeout = 0",
            "SET idle_session_timeout = 0",
            "SELECT set_config(name, '0', false) FROM pg_settings WHERE name = 'transaction_timeout'",
            "SET client_min_messages = warning");

    private PostgresConnection() {}

    /**
     * A connection without autocommit.
     *
     * @param settings further {@code SET} statements for the session
     * @throws DbSyncException where none comes about
     */
    static Connection open(PostgresDatabase database, List<String> settings) {
        Connection connection;
        try {
            connection = requireNonNull(new Driver().connect("jdbc:postgresql:///", properties(database)));
        } catch (SQLException refused) {
            throw new DbSyncException(ConnectProblems.of(refused, database), refused);
        }
        try {
            prepare(connection, database, settings);
            return connection;
        } catch (SQLException | DbSyncException unusable) {
            close(connection, unusable);
            throw unusable instanceof SQLException error
                    ? new PostgresProblems(database).of(error, "setting up the session")
                    : (DbSyncException) unusable;
        }
    }

    /**
     * Whatever the URL says, savepoints and cursors of the driver's own would be in the way of {@code COPY ... FREEZE}, and the
     * server is silent as long as it sorts an index.
     */
    private static Properties properties(PostgresDatabase database) {
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        properties.putAll(database.parameters());
        properties.setProperty("socketTimeout", "0");
        properties.setProperty("autosave", "never");
        properties.setProperty("defaultRowFetchSize", "0");
        properties.setProperty("ApplicationName", "dbsync");
        properties.setProperty("PGHOST", database.host());
        properties.setProperty("PGPORT", Integer.toString(database.port()));
        properties.setProperty("PGDBNAME", database.database());
        properties.setProperty("user", database.user());
        database.loginPassword().ifPresent(password -> properties.setProperty("password", password.reveal()));
        return properties;
    }

    private static void prepare(Connection connection, PostgresDatabase database, List<String> settings)
            throws SQLException {
        if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST_MAJOR) {
            throw new DbSyncException(
                    ConnectProblems.tooOld(database, connection.getMetaData().getDatabaseProductVersion()));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(String.join("; ", SESSION));
            statement.execute(String.join("; ", settings));
        }
        connection.setAutoCommit(false);
    }

    private static void close(Connection connection, Exception reason) {
        try {
            connection.close();
        } catch (SQLException alsoFailed) {
            reason.addSuppressed(alsoFailed);
        }
    }
}
