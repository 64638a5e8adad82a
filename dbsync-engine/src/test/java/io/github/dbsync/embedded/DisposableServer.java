package io.github.dbsync.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that nobody misses: its databases are for one test each, and it can be killed. */
public final class DisposableServer implements AutoCloseable {

    private final AtomicInteger databases = new AtomicInteger();
    private final Path folder;
    private final EmbeddedPostgresServer server;

    DisposableServer(Path binariesJar, Path cache) throws IOException {
        this.folder = Files.createTempDirectory("dbsync-postgres");
        this.server =
                EmbeddedPostgresServer.start(binariesJar, new EmbeddedPostgres(folder), cache, Durability.DISPOSABLE);
    }

    /** A new, empty database, to be connected to as superuser. */
    public PostgresDatabase createDatabase() {
        return createDatabase("");
    }

    /**
     * A new, empty database.
     *
     * @param options what CREATE DATABASE is told, such as {@code TEMPLATE template0 ENCODING 'LATIN1'}
     */
    public PostgresDatabase createDatabase(String options) {
        String name = "test_" + databases.incrementAndGet();
        try (Connection connection = connect(server.database());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " " + options);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        PostgresDatabase main = server.database();
        return new PostgresDatabase(
                main.host(), main.port(), name, main.user(), main.password(), main.schema(), main.parameters());
    }

    /** A connection to one of this server's databases, in autocommit mode. */
    public static Connection connect(PostgresDatabase database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        if (database.password() != null) {
            properties.setProperty("password", database.password().reveal());
        }
        String url = "jdbc:postgresql://" + database.host() + ":" + database.port() + "/" + database.database();
        return DriverManager.getConnection(url, properties);
    }

    /** The server dies at once, in the middle of whatever it does. */
    public void kill() {
        try {
            String pid = Files.readAllLines(folder.resolve("data/postmaster.pid"), UTF_8)
                    .get(0);
            ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
