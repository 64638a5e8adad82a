package io.github.dbsync.sqlite;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.QualifiedName;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.dialect.Script;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Target;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.rules.ColumnRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** Real SQLite files for tests, made and looked at without the code under test. */
final class Databases {

    private static final Path SHARED = Path.of("../../shared/data");

    private Databases() {}

    static SqliteFile make(Path file, String... statements) {
        try (Connection connection = connect(file)) {
            execute(connection, statements);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
        return new SqliteFile(file);
    }

    static Connection connect(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + file);
    }

    static void execute(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** All rows of a query, their values joined by bars. */
    static List<String> query(Path file, String sql) {
        try (Connection connection = connect(file)) {
            return query(connection, sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    static List<String> query(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> result = new ArrayList<>();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(String.valueOf(rows.getString(i)));
                }
                result.add(String.join("|", row));
            }
            return result;
        }
    }

    static Table table(Source source, String name) {
        return source.catalog().lookupTable(QualifiedName.of(name)).orElseThrow();
    }

    /** A database of the shared data, in a copy of its own; the test is skipped where there is none. */
    static SqliteFile shared(String name, Path folder) throws IOException {
        Path original = SHARED.resolve(name);
        assumeTrue(Files.exists(original), () -> "no " + original.toAbsolutePath());
        Path copy = folder.resolve(original.getFileName());
        Files.copy(original, copy);
        return new SqliteFile(copy);
    }

    static String sharedText(String name) throws IOException {
        Path original = SHARED.resolve(name);
        assumeTrue(Files.exists(original), () -> "no " + original.toAbsolutePath());
        return Files.readString(original);
    }

    /** The files of a folder with a digest of each. */
    static Map<String, String> digests(Path folder) {
        Map<String, String> digests = new java.util.TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                digests.put(file.getFileName().toString(), DigestUtils.sha256Hex(Files.readAllBytes(file)));
            }
            return digests;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Moves a whole database through the contracts, as a sync would, with the tables as the census proves them. */
    static void copy(SqliteFile from, SqliteFile to) {
        try (Source source = SqliteSource.open(from);
                Target target = SqliteTarget.open(to)) {
            copy(source, target);
            target.commit();
        }
    }

    static void copy(Source source, Target target) {
        Catalog catalog = source.catalog();
        SqliteDialect dialect = new SqliteDialect();
        List<Table> tables = catalog.tables().stream()
                .map(table -> source.census(table, false, ColumnRules.NONE).table())
                .toList();
        List<Script> scripts = tables.stream().map(dialect::create).toList();
        target.begin(catalog.settings());
        scripts.forEach(script -> script.beforeRows().forEach(target::execute));
        for (int i = 0; i < tables.size(); i++) {
            copyRows(source, target, tables.get(i));
            scripts.get(i).afterRows().forEach(target::execute);
        }
        catalog.others().stream()
                .filter(object -> object.definition() != null)
                .map(object -> new io.github.dbsync.dialect.Statement(object.definition(), object.kind()))
                .forEach(target::execute);
    }

    static void copyRows(Source source, Target target, Table table) {
        Batch batch = Batch.of(table);
        try (RowReader reader = source.read(table);
                RowWriter writer = target.write(table)) {
            while (reader.next(batch)) {
                writer.write(batch);
            }
            writer.finish();
        }
    }

    /** Every cell of a table with its rowid, storage class and bytes. */
    static List<String> cells(Path file, String table) {
        List<String> columns = query(file, "SELECT name FROM pragma_table_info('" + table.replace("'", "''") + "')");
        StringBuilder sql = new StringBuilder("SELECT ");
        for (String column : columns) {
            String name = '"' + column.replace("\"", "\"\"") + '"';
            sql.append("typeof(")
                    .append(name)
                    .append("), hex(CAST(")
                    .append(name)
                    .append(" AS BLOB)), ");
            sql.append("CASE typeof(")
                    .append(name)
                    .append(") WHEN 'real' THEN printf('%!.20g', ")
                    .append(name)
                    .append(") END, ");
        }
        return query(file, sql + "1 FROM \"" + table.replace("\"", "\"\"") + "\"");
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
