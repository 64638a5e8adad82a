package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.sqlite.StoredTable.StoredColumn;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Inserts rows whose values have the form in which they are stored. Not thread-safe. */
final class RecordInsert implements AutoCloseable {

    private final SqliteProblems problems;
    private final PreparedStatement insert;

    RecordInsert(SqliteDatabase database, Table table, EmptyTable empty) {
        this.problems = database.problems().of("table " + table.name());
        String columns = empty.columns().stream()
                .map(StoredColumn::name)
                .map(SqliteNames::quote)
                .collect(Collectors.joining(", "));
        String values = String.join(", ", Collections.nCopies(empty.columns().size(), "?"));
        this.insert = database.prepare(
                "INSERT INTO " + SqliteNames.quote(table.name().name()) + " (" + columns + ") VALUES (" + values + ")");
    }

    /** @param values in the order in which the table's records have them */
    void insert(List<@Nullable Object> values) {
        try {
            for (int i = 0; i < values.size(); i++) {
                insert.setObject(i + 1, values.get(i));
            }
            insert.executeUpdate();
        } catch (SQLException refused) {
            throw problems.exception(refused);
        }
    }

    @Override
    public void close() {
        try {
            insert.close();
        } catch (SQLException refused) {
            throw problems.exception(refused);
        }
    }
}
