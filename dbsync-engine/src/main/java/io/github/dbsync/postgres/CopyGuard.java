package io.github.dbsync.postgres;

import static java.util.Objects.requireNonNull;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/** Where a transaction goes back to when a COPY in it is left early, so that it lives on with its snapshot. */
final class CopyGuard {

    private final Connection connection;
    private final boolean lasting;
    private @Nullable Savepoint savepoint;

    private CopyGuard(Connection connection, boolean lasting) {
        this.connection = connection;
        this.lasting = lasting;
    }

    /** One point for all COPYs of a transaction in which nothing is written between them. */
    static CopyGuard lasting(Connection connection) {
        return new CopyGuard(connection, true);
    }

    /** A point for each COPY of a transaction that writes too. */
    static CopyGuard ofEach(Connection connection) {
        return new CopyGuard(connection, false);
    }

    void enter() throws SQLException {
        if (savepoint == null) {
            savepoint = connection.setSavepoint();
        }
    }

    /** The COPY has come to its end. */
    void leave() throws SQLException {
        if (!lasting) {
            connection.releaseSavepoint(requireNonNull(savepoint));
            savepoint = null;
        }
    }

    /** The COPY was left early. */
    void goBack() throws SQLException {
        connection.rollback(requireNonNull(savepoint));
        if (!lasting) {
            savepoint = null;
        }
    }
}
