package io.github.dbsync.property;

import io.github.dbsync.embedded.DisposableServer;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.io.IOException;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** What fidelity means for PostgreSQL: its catalogs, each row as COPY text, each sequence's state. */
final class PostgresImage {

    private static final String OURS = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

    private static final Map<String, String> CATALOGS = Map.of(
            "column",
            "SELECT c.oid::regclass, row_number() OVER (PARTITION BY c.oid ORDER BY attnum), attname,"
                    + " format_type(atttypid, atttypmod), attnotnull, attidentity, attgenerated, attcollation::regcollation,"
                    + " attstorage, attcompression, attstattarget, attoptions, pg_get_expr(adbin, adrelid)"
                    + " FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
                    + " JOIN pg_attribute a ON attrelid = c.oid AND attnum > 0 AND NOT attisdropped"
                    + " LEFT JOIN pg_attrdef ON adrelid = c.oid AND adnum = attnum WHERE relkind IN ('r', 'v') AND "
                    + OURS,
            "relation",
            "SELECT c.oid::regclass, relkind, relpersistence, reloptions, relreplident, pg_get_userbyid(relowner)"
                    + " FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind <> 't' AND " + OURS,
            "constraint",
            "SELECT conrelid::regclass, conname, pg_get_constraintdef(c.oid), convalidated"
                    + " FROM pg_constraint c JOIN pg_namespace n ON n.oid = connamespace WHERE " + OURS,
            "index",
            "SELECT pg_get_indexdef(indexrelid), indisvalid, indisclustered, indisreplident"
                    + " FROM pg_index JOIN pg_class c ON c.oid = indexrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE "
                    + OURS,
            "view",
            "SELECT c.oid::regclass, pg_get_viewdef(c.oid) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
                    + " WHERE relkind = 'v' AND " + OURS,
            "comment",
            "SELECT pg_describe_object(classoid, objoid, objsubid), description FROM pg_description"
                    + " WHERE objoid >= 16384",
            "type",
            "SELECT t.oid::regtype, typtype, (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum"
                    + " WHERE enumtypid = t.oid) FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace WHERE "
                    + OURS,
            "sequence",
            "SELECT schemaname, sequencename, data_type, start_value, min_value, max_value, increment_by, cycle, cache_size,"
                    + " sequenceowner FROM pg_sequences",
            "owned sequence",
            "SELECT objid::regclass, deptype, pg_describe_object(refclassid, refobjid, refobjsubid) FROM pg_depend"
                    + " JOIN pg_class c ON c.oid = objid WHERE relkind = 'S' AND refobjsubid > 0");

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

    private PostgresImage() {}

    /** Leaves nothing in a database. */
    static void empty(PostgresDatabase database) throws SQLException {
        try (Connection connection = DisposableServer.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(EMPTY);
        }
    }

    static Image of(PostgresDatabase database) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DisposableServer.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = ''; SET TimeZone = 'UTC'; SET extra_float_digits = 1");
            for (Map.Entry<String, String> catalog : CATALOGS.entrySet()) {
                lines.addAll(Image.query(connection, catalog.getKey(), catalog.getValue()));
            }
            for (List<String> table : relations(connection, "r")) {
                lines.addAll(rows(connection, table.get(0)));
            }
            for (List<String> sequence : relations(connection, "S")) {
                lines.addAll(sequence(connection, sequence.get(0)));
            }
        }
        return new Image(lines);
    }

    private static List<List<String>> relations(Connection connection, String kind) throws SQLException {
        return Image.rows(
                connection,
                "SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind = '"
                        + kind + "' AND " + OURS);
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        StringWriter text = new StringWriter();
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (SELECT * FROM " + table + ") TO STDOUT", text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString().lines().map(row -> "row: " + table + " | " + row).toList();
    }

    private static List<String> sequence(Connection connection, String sequence) throws SQLException {
        return Image.query(
                connection,
                "state",
                "SELECT '" + sequence.replace("'", "''") + "', last_value, is_called FROM " + sequence);
    }
}
