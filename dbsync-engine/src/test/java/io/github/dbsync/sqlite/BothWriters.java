package io.github.dbsync.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Catalog;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Beginning;
import io.github.dbsync.dialect.RowReader;
import io.github.dbsync.dialect.RowWriter;
import io.github.dbsync.dialect.Source;
import io.github.dbsync.dialect.Statement;
import io.github.dbsync.endpoint.SqliteFile;
import io.github.dbsync.rules.ColumnRules;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Copies a database twice, by pages where they are taken and by inserts, and compares all that SQLite says of both. */
final class BothWriters {

    private BothWriters() {}

    /** Makes {@code bulk.db} and {@code inserted.db} in a folder, and asserts that they are the same to SQLite. */
    static void compare(SqliteFile from, Path folder) {
        Path bulk = folder.resolve("bulk.db");
        Path inserted = folder.resolve("inserted.db");
        Databases.copy(from, new SqliteFile(bulk));
        copyByInserts(from, inserted);

        assertThat(Databases.query(bulk, "PRAGMA integrity_check")).containsExactly("ok");
        assertSame(bulk, inserted);
        assertReadAlike(bulk);
        Databases.make(bulk, "VACUUM");
        assertSame(bulk, inserted);
    }

    private static void assertReadAlike(Path bulk) {
        try {
            BothCursors.compare(bulk);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static void assertSame(Path bulk, Path inserted) {
        assertThat(String.join("\n", all(bulk))).isEqualTo(String.join("\n", all(inserted)));
    }

    private static List<String> all(Path file) {
        List<String> all = new ArrayList<>();
        for (String sql : List.of(
                "PRAGMA auto_vacuum",
                "PRAGMA page_size",
                "PRAGMA encoding",
                "PRAGMA foreign_key_check",
                "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid")) {
            all.addAll(Databases.query(file, sql));
        }
        for (String table : Databases.query(
                file, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'sqlite_stat1'")) {
            all.addAll(Databases.cells(file, table));
            all.addAll(rowsByIndexes(file, table));
        }
        return all;
    }

    private static List<String> rowsByIndexes(Path file, String table) {
        String name = SqliteNames.literal(table);
        String key = Databases.query(
                        file,
                        "SELECT coalesce(group_concat('quote(\"' || name || '\")', ', '), 'rowid')"
                                + " FROM pragma_table_info(" + name
                                + ") WHERE pk > 0 AND (SELECT wr FROM pragma_table_list(" + name + "))")
                .get(0);
        List<String> rows = new ArrayList<>();
        for (String index : Databases.query(file, "SELECT name FROM pragma_index_list(" + name + ") ORDER BY name")) {
            rows.add(index);
            rows.addAll(Databases.query(
                    file,
                    "SELECT " + key + " FROM " + SqliteNames.quote(table) + " INDEXED BY " + SqliteNames.quote(index)
                            + where(file, index) + order(file, index)));
        }
        return rows;
    }

    private static String where(Path file, String index) {
        String sql = String.join(
                "",
                Databases.query(
                        file,
                        "SELECT coalesce(sql, '') FROM sqlite_schema WHERE name = " + SqliteNames.literal(index)));
        int at = sql.indexOf(" WHERE ");
        return at < 0 ? "" : sql.substring(at);
    }

    private static String order(Path file, String index) {
        List<String> parts = Databases.query(
                file,
                "SELECT iif(cid < 0, 'rowid', '\"' || name || '\" COLLATE ' || coll || iif(desc, ' DESC', ''))"
                        + " FROM pragma_index_xinfo(" + SqliteNames.literal(index) + ") WHERE cid >= -1");
        return parts.isEmpty() ? "" : " ORDER BY " + String.join(", ", parts);
    }

    private static void copyByInserts(SqliteFile from, Path to) {
        try (Source source = SqliteSource.open(from);
                SqliteDatabase database = SqliteDatabase.create(to)) {
            Catalog catalog = source.catalog();
            SqliteSettings.beforeLoad(
                    database, Beginning.anew(catalog.settings()).settings());
            List<Table> tables = catalog.tables().stream()
                    .map(table -> source.census(table, false, ColumnRules.NONE).table())
                    .toList();
            database.execute("BEGIN");
            tables.forEach(table -> run(SqliteDdl.create(table).beforeRows(), database));
            for (Table table : tables) {
                insert(source, database, table);
                run(SqliteDdl.create(table).afterRows(), database);
            }
            catalog.others().stream()
                    .filter(object -> object.definition() != null)
                    .forEach(object -> database.execute(object.definition()));
            database.execute("COMMIT");
        }
    }

    private static void insert(Source source, SqliteDatabase database, Table table) {
        Batch batch = Batch.of(table);
        try (RowReader reader = source.read(table);
                RowWriter writer = new SqliteRowWriter(database, table)) {
            while (reader.next(batch)) {
                writer.write(batch);
            }
            writer.finish();
        }
    }

    private static void run(List<Statement> statements, SqliteDatabase database) {
        statements.forEach(statement -> database.execute(statement.sql()));
    }
}
