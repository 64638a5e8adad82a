package io.github.dbsync.postgres;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.ColumnType;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.memory.Memory;
import io.github.dbsync.memory.MemoryText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a PostgreSQL database keeps dbsync's memory: one text, and the rows of auxiliary tables, in a schema that is ours, which
 * {@code prisma db push} lets be.
 */
final class MemorySchema {

    private static final String NAME = "dbsync";

    private final Connection connection;

    MemorySchema(Connection connection) {
        this.connection = connection;
    }

    /** The table that keeps the rows of an auxiliary table; its name says nothing, for SQLite's may be too long. */
    static Table keep(Table auxiliary, int number) {
        return table(
                "rows_" + number,
                auxiliary.columns().stream()
                        .map(column -> column.withType(new ColumnType(column.logical(), "bytea")))
                        .toList());
    }

    private static Table table(String name, List<Column> columns) {
        return new Table(
                new QualifiedName(NAME, name),
                columns,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    Optional<Memory> read() throws SQLException {
        return exists() ? Optional.of(MemoryText.decode(content())) : Optional.empty();
    }

    /** Makes room for the rows that the next memory keeps. */
    void dropRows() throws SQLException {
        for (Table table : tables()) {
            execute("DROP TABLE " + Quoting.name(table.name()));
        }
    }

    /** The tables that keep rows, by name alone. */
    List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        if (!exists()) {
            return tables;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT tablename FROM pg_tables WHERE schemaname = 'dbsync' AND tablename LIKE 'rows\\_%'")) {
            while (rows.next()) {
                tables.add(table(rows.getString(1), List.of()));
            }
        }
        return tables;
    }

    /** Puts a memory in the place of any before; an empty one leaves no trace. */
    void write(Memory memory) throws SQLException {
        if (exists()) {
            execute("DROP TABLE dbsync.memory" + (memory.isEmpty() ? "; DROP SCHEMA dbsync" : ""));
        }
        for (io.github.dbsync.dialect.Statement statement : statements(memory)) {
            execute(statement.sql());
        }
    }

    /** What keeps a memory in a database that has none; nothing for an empty one. */
    static List<io.github.dbsync.dialect.Statement> statements(Memory memory) {
        if (memory.isEmpty()) {
            return List.of();
        }
        return Stream.of(
                        "CREATE SCHEMA IF NOT EXISTS dbsync",
                        "CREATE TABLE dbsync.memory (content text NOT NULL)",
                        "COMMENT ON SCHEMA dbsync IS"
                                + " 'What dbsync needs for the way back. It may hold rows of virtual tables.'",
                        "INSERT INTO dbsync.memory VALUES (" + Quoting.literal(MemoryText.encode(memory)) + ")")
                .map(sql -> new io.github.dbsync.dialect.Statement(sql, "what dbsync needs for the way back"))
                .toList();
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
}
