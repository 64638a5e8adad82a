package io.github.dbsync.postgres;

import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.feedback.DbSyncException;
import io.github.dbsync.feedback.Problem;
import io.github.dbsync.feedback.ProblemCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The commit, and the truth about it where the connection breaks while nobody has answered yet. */
final class Commit {

    private final Connection connection;
    private final PostgresDatabase database;

    Commit(Connection connection, PostgresDatabase database) {
        this.connection = connection;
        this.database = database;
    }

    void run() {
        String transaction = transaction();
        try {
            connection.commit();
        } catch (SQLException broken) {
            if (!PostgresProblems.isLost(PostgresProblems.state(broken))) {
                throw new PostgresProblems(database).of(broken, "committing");
            }
            throw new DbSyncException(unknownOutcome(broken, transaction), broken);
        }
    }

    private String transaction() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pg_current_xact_id()")) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException broken) {
            throw new PostgresProblems(database).of(broken, "committing");
        }
    }

    private Problem unknownOutcome(SQLException broken, String transaction) {
        return Problem.refusal(
                ProblemCode.POSTGRES_CONNECTION_LOST,
                "The connection to PostgreSQL broke during the commit: either all of it is there, or nothing was changed.",
                database.describe(),
                PostgresProblems.serverMessage(broken),
                "Ask the server once it is up: SELECT pg_xact_status('" + transaction
                        + "'); says committed or aborted. Where it says aborted, run the sync again");
    }
}
