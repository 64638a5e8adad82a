package io.github.dbsync;

import io.github.dbsync.embedded.PostgresServers;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What a test of a way there and back begins with: the names of two SQLite files that are not there yet, and an empty database. */
abstract class BothEnds {

    @TempDir
    Path folder;

    Path sqlite;
    Path back;
    PostgresDatabase database;

    @BeforeEach
    void nameBothEnds() {
        sqlite = folder.resolve("app.db");
        back = folder.resolve("back.db");
        database = PostgresServers.major(15).createDatabase();
    }
}
