package io.github.dbsync.bench;

import static java.util.stream.Collectors.joining;

import io.github.dbsync.endpoint.PostgresDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * What the contenders of one workload find: its rows at both ends, and files of them for those who have them prepared. They
 * write to {@code target}, a database and a file.
 *
 * @param folder where the files are
 * @param server the server, whoever's database of it
 */
record Course(Path folder, PostgresDatabase server) {

    static final String LOADED = "loaded";

    static final String TARGET = "target";

    /** The SQLite database that has the rows. */
    Path source() {
        return folder.resolve("source.db");
    }

    /** The SQLite database that gets them. */
    Path target() {
        return folder.resolve("target.db");
    }

    /** What libpq's programs are told of the server. */
    Map<String, String> environment() {
        return Map.of(
                "PGHOST", server.host(),
                "PGPORT", Integer.toString(server.port()),
                "PGUSER", server.user(),
                "PGPASSWORD", password());
    }

    String url(String database) {
        return "postgresql://" + server.user() + ":" + password() + "@" + server.host() + ":" + server.port() + "/"
                + database;
    }

    private String password() {
        return server.password() == null ? "" : server.password().reveal();
    }

    /** Nobody has written to either target. */
    void clear() throws IOException, SQLException {
        Files.deleteIfExists(target());
        createDatabase(TARGET);
    }

    void createDatabase(String name) throws SQLException {
        execute("DROP DATABASE IF EXISTS " + name);
        execute("CREATE DATABASE " + name);
        execute("CHECKPOINT");
    }

    /** Where a column is one of bytes, its text is PostgreSQL's form of them. */
    List<Table> tables() throws SQLException {
        List<Table> tables = new ArrayList<>();
        try (Connection connection = connect(LOADED);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        SELECT table_name, string_agg(CASE data_type WHEN 'bytea' THEN '''\\x'' || hex(' || column_name || ')'
                            ELSE column_name END, ', ' ORDER BY ordinal_position)
                        FROM information_schema.columns WHERE table_schema = 'public' GROUP BY table_name ORDER BY max(table_name)""")) {
            while (rows.next()) {
                tables.add(new Table(rows.getString(1), rows.getString(2)));
            }
        }
        return tables;
    }

    /** Whether the server was built with the faster compression of long values. */
    boolean hasLz4() throws SQLException {
        try (Connection connection = connect(LOADED);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT FROM pg_settings WHERE name = 'default_toast_compression' AND 'lz4' = ANY (enumvals)")) {
            return rows.next();
        }
    }

    /** What SQLite has of a kind, each as the statement that makes it. */
    String sqliteScript(String type) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + source());
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND type = '" + type
                                + "' ORDER BY rowid")) {
            while (rows.next()) {
                statements.add(rows.getString(1) + ";\n");
            }
        }
        return statements.stream().collect(joining());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect(server.database());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", server.user());
        properties.setProperty("password", password());
        return DriverManager.getConnection(
                "jdbc:postgresql://" + server.host() + ":" + server.port() + "/" + database, properties);
    }

    /**
     * A table.
     *
     * @param name its name
     * @param columns its columns as SQLite is asked for them where the answer is for PostgreSQL
     */
    record Table(String name, String columns) {}
}
