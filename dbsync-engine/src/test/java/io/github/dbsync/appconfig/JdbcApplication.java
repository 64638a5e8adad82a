package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.PostgresDatabase;
import io.github.dbsync.endpoint.Secret;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What a test of an application that opens its database through JDBC begins with: an empty project, and a shop in PostgreSQL. */
abstract class JdbcApplication {

    static final String POSTGRES_URL = "postgresql://ann:p%40ss@localhost:5432/shop";
    static final String JDBC_URL = "jdbc:postgresql://localhost:5432/shop";
    static final String LOGIN = "?user=ann&password=p%40ss";
    static final PostgresDatabase SHOP =
            new PostgresDatabase("localhost", 5432, "shop", "ann", new Secret("p@ss"), null, Map.of());

    @TempDir
    Path folder;

    SampleProject project;

    @BeforeEach
    void emptyProject() {
        project = SampleProject.in(folder);
    }
}
