package io.github.dbsync;

import io.github.dbsync.embedded.DisposableServer;
import io.github.dbsync.endpoint.PostgresDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;

/**
 * What fidelity means for PostgreSQL: its catalogs by the queries of {@code postgres-image.sql}, each row as COPY text, each
 * sequence's state. It judges servers that are newer than the installed pg_dump.
 */
public final class PostgresImage {

    private static final String OURS = "%s::regnamespace::text !~ '^(pg_|information_schema$)'";
    private static final Pattern KIND = Pattern.compile("(?m)^--- ");
    private static final Pattern OURS_OF = Pattern.compile("\\$ours\\((\\w+)\\)");

    private PostgresImage() {}

    public static Image of(PostgresDatabase database) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DisposableServer.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path = ''; SET TimeZone = 'UTC'; SET extra_float_digits = 1");
            for (String kindAndQuery : KIND.split(queries(), -1)) {
                lines.addAll(catalog(connection, kindAndQuery));
            }
            for (List<String> table : relations(connection, "relkind IN ('r', 'm') AND relispopulated")) {
                lines.addAll(rows(connection, table.get(0)));
            }
            for (List<String> sequence : relations(connection, "relkind = 'S'")) {
                lines.addAll(sequence(connection, sequence.get(0)));
            }
        }
        return new Image(lines);
    }

    /** The queries, each with its kind in the line before it; what comes before the first is a comment. */
    private static String queries() {
        try (InputStream queries =
                Objects.requireNonNull(PostgresImage.class.getResourceAsStream("postgres-image.sql"))) {
            String all = new String(queries.readAllBytes(), StandardCharsets.UTF_8);
            return all.substring(all.indexOf("--- ") + 4);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> catalog(Connection connection, String kindAndQuery) throws SQLException {
        String[] parts = kindAndQuery.split("\n", 2);
        String query = OURS_OF.matcher(parts[1])
                .replaceAll(match -> ours(match.group(1)).replace("$", "\\$"));
        return Image.query(connection, parts[0], query);
    }

    private static String ours(String namespace) {
        return OURS.formatted(namespace);
    }

    private static List<List<String>> relations(Connection connection, String condition) throws SQLException {
        return Image.rows(
                connection,
                "SELECT oid::regclass FROM pg_class WHERE " + condition + " AND relpersistence <> 't' AND "
                        + ours("relnamespace"));
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        StringWriter text = new StringWriter();
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (SELECT * FROM ONLY " + table + ") TO STDOUT", text);
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
