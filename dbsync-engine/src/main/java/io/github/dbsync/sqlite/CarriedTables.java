package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.Statement;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of the old database that a new one has too, as they are, with their rows and rowids. */
final class CarriedTables {

    private CarriedTables() {}

    /** @param old the old database, which others may read meanwhile */
    static void carry(List<Table> tables, Path old, SqliteDatabase fresh) {
        if (tables.isEmpty()) {
            return;
        }
        fresh.execute("ATTACH DATABASE " + SqliteNames.literal(SqliteDatabase.uri(old) + "?mode=ro") + " AS old");
        fresh.execute("BEGIN");
        tables.forEach(table -> carry(table, fresh));
        fresh.execute("COMMIT");
        fresh.execute("DETACH DATABASE old");
    }

    private static void carry(Table table, SqliteDatabase fresh) {
        run(SqliteDdl.create(table).beforeRows(), fresh);
        String name = SqliteNames.quote(table.name().name());
        String columns = columns(table);
        fresh.execute("INSERT INTO main." + name + " (" + columns + ") SELECT " + columns + " FROM old." + name);
        run(SqliteDdl.create(table).afterRows(), fresh);
    }

    private static String columns(Table table) {
        return Stream.concat(
                        RowQuery.rowid(table).stream(),
                        table.storedColumns().stream().map(Column::name).map(SqliteNames::quote))
                .collect(Collectors.joining(", "));
    }

    private static void run(List<Statement> statements, SqliteDatabase fresh) {
        statements.forEach(statement -> fresh.execute(statement.sql(), statement.reason()));
    }
}
