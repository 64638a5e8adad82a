package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.Table;
import io.github.dbsync.sqlite.EmptyTable.WrittenColumn;
import io.github.dbsync.sqlite.file.KeyOrder;
import io.github.dbsync.sqlite.file.KeySorter;
import io.github.dbsync.sqlite.file.RecordBuilder;
import io.github.dbsync.sqlite.file.RecordValues;
import io.github.dbsync.sqlite.file.SortedKeys;
import io.github.dbsync.sqlite.file.TextEncoding;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows that came after one with a greater rowid, and so have no place at the end of the table: SQLite inserts them, in the order
 * of their rowids, when the others are there. Not thread-safe.
 */
final class LateRows implements AutoCloseable {

    private static final long MEMORY = 16L << 20;

    private final Table table;
    private final List<String> columns;
    private final int rowidColumn;
    private final TextEncoding encoding;
    private final RecordBuilder late;
    private final KeySorter rows;
    private long count;

    /** @param folder where rows go that do not fit into the memory */
    LateRows(Table table, EmptyTable empty, TextEncoding encoding, Path folder) {
        this.table = table;
        this.columns = empty.columns().stream()
                .map(WrittenColumn::name)
                .map(SqliteNames::quote)
                .toList();
        this.rowidColumn = empty.rowidColumn();
        this.encoding = encoding;
        this.late = new RecordBuilder(columns.size() + 1, encoding);
        this.rows = new KeySorter(new KeyOrder(List.of()), folder, MEMORY);
    }

    /** Adds a row: its rowid first, so that it is sorted by it. */
    void add(RecordBuilder row, long rowid) throws IOException {
        late.clear();
        late.addInteger(rowid);
        for (int i = 0; i < columns.size(); i++) {
            late.add(row, i);
        }
        rows.add(late);
        count++;
    }

    void insert(SqliteDatabase database) throws IOException {
        if (count == 0) {
            return;
        }
        try (PreparedStatement insert = database.prepare("INSERT INTO "
                + SqliteNames.quote(table.name().name())
                + columns.stream().collect(Collectors.joining(", ", " (", ") VALUES ("))
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")")) {
            SortedKeys sorted = rows.sorted();
            while (sorted.next()) {
                insert(RecordValues.of(sorted, encoding), insert);
            }
        } catch (SQLException refused) {
            throw database.problems().of("table " + table.name()).exception(refused);
        }
    }

    private void insert(List<@Nullable Object> values, PreparedStatement insert) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            insert.setObject(i + 1, values.get(i == rowidColumn ? 0 : i + 1));
        }
        insert.executeUpdate();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
