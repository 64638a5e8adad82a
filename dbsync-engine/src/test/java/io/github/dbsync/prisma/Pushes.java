package io.github.dbsync.prisma;

import io.github.dbsync.catalog.OtherObject;
import io.github.dbsync.dialect.Dialect;
import io.github.dbsync.dialect.Script;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Brings a database to what dbsync makes of a schema. */
final class Pushes {

    private static final Pattern REDEFINED = Pattern.compile("CREATE TABLE \"new_(\\w+)\"");

    private static final List<Function<Script, List<io.github.dbsync.dialect.Statement>>> PARTS =
            List.of(Script::beforeRows, Script::afterRows, Script::afterAllRows);

    private Pushes() {}

    static void apply(PushedSchema pushed, Dialect dialect, Connection connection) throws SQLException {
        for (OtherObject object : pushed.objects()) {
            execute(connection, String.valueOf(object.definition()));
        }
        List<Script> scripts = pushed.tables().stream().map(dialect::create).toList();
        for (Function<Script, List<io.github.dbsync.dialect.Statement>> part : PARTS) {
            for (Script script : scripts) {
                for (io.github.dbsync.dialect.Statement statement : part.apply(script)) {
                    execute(connection, statement.sql());
                }
            }
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("SQLite")) {
                statement.executeUpdate(sql);
            } else {
                statement.execute(sql);
            }
        }
    }

    /** The tables that Prisma would make anew. */
    static List<String> redefined(String drift) {
        return REDEFINED.matcher(drift).results().map(made -> made.group(1)).toList();
    }

    /** Prisma 7.10 fails to describe a SQLite database that has any. */
    static void dropPartialIndexes(Path sqlite) throws SQLException {
        for (String name :
                column(sqlite, "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql LIKE '% WHERE %'")) {
            try (Connection connection = connect(sqlite)) {
                execute(connection, "DROP INDEX \"" + name + "\"");
            }
        }
    }

    static List<String> column(Path sqlite, String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = connect(sqlite);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    static Connection connect(Path sqlite) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + sqlite);
    }
}
