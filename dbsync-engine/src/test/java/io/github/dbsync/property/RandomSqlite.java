package io.github.dbsync.property;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** Random SQLite files, for tests of other packages. */
public final class RandomSqlite {

    private RandomSqlite() {}

    /** Makes a file that does not exist; the same one for the same seed. */
    public static void make(Path file, long seed) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            Script.runWhatIsTaken(connection, List.of("PRAGMA synchronous = OFF"));
            Script.runWhatIsTaken(connection, SqliteSamples.of(seed).statements());
        }
    }
}
