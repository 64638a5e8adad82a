package io.github.dbsync.property;

import io.github.dbsync.embedded.DisposableServer;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL database that is used for one case after the other. */
final class ReusedDatabase {

    private static final String EMPTY = """
            DO $$ DECLARE command text; BEGIN
              FOR command IN SELECT format('DROP SCHEMA %I CASCADE', nspname) FROM pg_namespace
                WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'public') LOOP EXECUTE command; END LOOP;
              FOR command IN SELECT format('DROP %s IF EXISTS %s CASCADE',
                  CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, oid::regclass)
                FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'S')
                ORDER BY relkind = 'S' LOOP
                BEGIN EXECUTE command; EXCEPTION WHEN undefined_table THEN NULL; END;
              END LOOP;
              FOR command IN SELECT format('DROP TYPE IF EXISTS %s CASCADE', oid::regtype) FROM pg_type
                WHERE typnamespace = 'public'::regnamespace AND typelem = 0 LOOP
                EXECUTE command;
              END LOOP;
            END $$""";

    private ReusedDatabase() {}

    /** Leaves nothing in it. */
    static void empty(PostgresDatabase database) throws SQLException {
        try (Connection connection = DisposableServer.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(EMPTY);
        }
    }
}
