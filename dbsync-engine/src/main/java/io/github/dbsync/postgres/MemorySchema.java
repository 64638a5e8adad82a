package io.github.dbsync.postgres;

import io.github.dbsync.memory.Memory;
import io.github.dbsync.memory.MemoryText;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Where a PostgreSQL database keeps dbsync's memory: one text in a schema that is ours, which {@code prisma db push} lets be. */
final class MemorySchema {

    private final Connection connection;

    MemorySchema(Connection connection) {
        this.connection = connection;
    }

    Optional<Memory> read() throws SQLException {
        return exists() ? Optional.of(MemoryText.decode(content())) : Optional.empty();
    }

    /** Puts a memory in the place of any before; an empty one leaves no trace. */
    void write(Memory memory) throws SQLException {
        if (exists()) {
            execute("DROP TABLE dbsync.memory; DROP SCHEMA dbsync");
        }
        if (!memory.isEmpty()) {
            execute("CREATE SCHEMA dbsync; CREATE TABLE dbsync.memory (content text NOT NULL)");
            execute("COMMENT ON SCHEMA dbsync IS 'What dbsync needs for the way back. Dropping it loses no data.'");
            insert(MemoryText.encode(memory));
        }
    }

    private boolean exists() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT to_regclass('dbsync.memory') IS NOT NULL")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** No row, or several, is a text that nobody trusts. */
    private String content() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT string_agg(content, '') FROM dbsync.memory")) {
            rows.next();
            String content = rows.getString(1);
            return content == null ? "" : content;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void insert(String content) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO dbsync.memory VALUES (?)")) {
            insert.setString(1, content);
            insert.executeUpdate();
        }
    }
}
