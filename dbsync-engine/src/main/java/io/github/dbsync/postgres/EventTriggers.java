package io.github.dbsync.postgres;

import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The event triggers of a target, which must not fire at what a sync does there: since PostgreSQL 17 a setting keeps them
 * quiet; before, each is disabled, and enabled again in the same transaction.
 */
final class EventTriggers {

    private static final int MAJOR_WITH_SETTING = 17;

    /** Those that would fire; one that waits for logins has fired already. */
    private static final String AWAKE =
            "SELECT quote_ident(evtname), CASE evtenabled WHEN 'A' THEN 'ENABLE ALWAYS' ELSE 'ENABLE' END,"
                    + " pg_has_role(evtowner, 'USAGE') FROM pg_event_trigger"
                    + " WHERE evtenabled IN ('O', 'A') AND evtevent <> 'login' ORDER BY evtname";

    private final Connection connection;
    private final PostgresDatabase database;
    private final Map<String, String> quieted = new LinkedHashMap<>();

    EventTriggers(Connection connection, PostgresDatabase database) {
        this.connection = connection;
        this.database = database;
    }

    /**
     * Makes sure that they can be kept quiet.
     *
     * @throws DbSyncException with {@code TARGET_OBJECT_IN_THE_WAY}, naming them, where the rights are missing
     */
    void check() throws SQLException {
        if (hasSetting()) {
            return;
        }
        StringJoiner foreign = new StringJoiner(", ");
        try (Statement statement = connection.createStatement();
                ResultSet awake = statement.executeQuery(AWAKE)) {
            while (awake.next()) {
                if (!awake.getBoolean(3)) {
                    foreign.add(awake.getString(1));
                }
            }
        }
        if (foreign.length() > 0) {
            throw new DbSyncException(inTheWay(foreign.toString()));
        }
    }

    /** Keeps all of them quiet, those too that were made since the last time. */
    void quiet() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (hasSetting()) {
                statement.execute("SET event_triggers = off");
                return;
            }
            Map<String, String> awake = awake(statement);
            for (String trigger : awake.keySet()) {
                statement.execute("ALTER EVENT TRIGGER " + trigger + " DISABLE");
            }
            quieted.putAll(awake);
        }
    }

    /** Leaves them as they were, or as they were made. */
    void wake() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> trigger : quieted.entrySet()) {
                statement.execute("ALTER EVENT TRIGGER " + trigger.getKey() + " " + trigger.getValue());
            }
        }
    }

    private boolean hasSetting() throws SQLException {
        if (connection.getMetaData().getDatabaseMajorVersion() < MAJOR_WITH_SETTING) {
            return false;
        }
        try (Statement statement = connection.createStatement();
                ResultSet allowed = statement.executeQuery("SELECT has_parameter_privilege('event_triggers', 'SET')")) {
            return allowed.next() && allowed.getBoolean(1);
        }
    }

    private static Map<String, String> awake(Statement statement) throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        try (ResultSet awake = statement.executeQuery(AWAKE)) {
            while (awake.next()) {
                found.put(awake.getString(1), awake.getString(2));
            }
        }
        return found;
    }

    private Problem inTheWay(String triggers) {
        return Problem.refusal(
                ProblemCode.TARGET_OBJECT_IN_THE_WAY,
                "Event triggers of the target would fire while its tables are replaced: " + triggers + ".",
                database.describe(),
                "They belong to another role, which alone can keep them quiet.",
                "Connect as their owner, or have a superuser run GRANT SET ON PARAMETER event_triggers TO "
                        + database.user()
                        + " (PostgreSQL 17 and later) or ALTER EVENT TRIGGER ... DISABLE for the time of the sync");
    }
}
