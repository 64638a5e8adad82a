package io.github.dbsync.endpoint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Set;

/** Whether two ends are one database, however they are written. */
public final class SameEnds {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "0:0:0:0:0:0:0:1");

    private SameEnds() {}

    /**
     * Compares two ends; files by what is on the disk (links followed), servers by host, port and database, where all
     * names of this machine are one. Nothing is looked up in the network.
     */
    public static boolean areSame(Endpoint one, Endpoint other) {
        if (one instanceof SqliteFile file && other instanceof SqliteFile otherFile) {
            return areSame(file, otherFile);
        }
        if (one instanceof PostgresDatabase database && other instanceof PostgresDatabase otherDatabase) {
            return host(database).equals(host(otherDatabase))
                    && database.port() == otherDatabase.port()
                    && database.database().equals(otherDatabase.database());
        }
        return one.equals(other);
    }

    /** Whether a database's server is this machine by its very name. */
    static boolean isLoopback(PostgresDatabase database) {
        String host = database.host().toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(host) || host.matches("127(?:\\.[0-9]{1,3}){3}");
    }

    private static boolean areSame(SqliteFile one, SqliteFile other) {
        if (one.equals(other)) {
            return true;
        }
        if (!Files.exists(one.path()) || !Files.exists(other.path())) {
            return false;
        }
        try {
            return Files.isSameFile(one.path(), other.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String host(PostgresDatabase database) {
        String host = database.host().toLowerCase(Locale.ROOT);
        return isLoopback(database) ? "localhost" : host;
    }
}
