package io.github.dbsync.property;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Runs statements one by one. */
final class Script {

    private Script() {}

    /** Runs what the database takes: a random statement may break a rule of it, and then is no part of the sample. */
    static List<String> runWhatIsTaken(Connection connection, List<String> statements) throws SQLException {
        List<String> taken = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                if (isTaken(statement, sql)) {
                    taken.add(sql);
                }
            }
        }
        return taken;
    }

    private static boolean isTaken(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }
}
