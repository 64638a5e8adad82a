package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.RowWriter;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts packed rows into a table as they once were, with their rowids. */
final class PackedRowWriter implements RowWriter {

    private final SqliteDatabase database;
    private final Table table;
    private final PreparedStatement insert;

    PackedRowWriter(SqliteDatabase database, Table table) {
        this.database = database;
        this.table = table;
        this.insert = database.prepare(insert(PackedRows.unpacked(database, table)));
    }

    /** A blob cast to text is a text of just these bytes in the database's own encoding. */
    private static String insert(Table unpacked) {
        Stream<String> columns = unpacked.columns().stream().map(Column::name).map(SqliteNames::quote);
        List<String> names =
                Stream.concat(PackedRows.rowid(unpacked).stream(), columns).toList();
        return IntStream.range(0, names.size())
                .map(i -> 2 * i + 1)
                .mapToObj(i -> "iif(?" + i + ", CAST(?" + (i + 1) + " AS TEXT), ?" + (i + 1) + ")")
                .collect(Collectors.joining(
                        ", ",
                        "INSERT INTO " + SqliteNames.quote(unpacked.name().name()) + " (" + String.join(", ", names)
                                + ") VALUES (",
                        ")"));
    }

    @Override
    public void write(Batch batch) {
        try {
            for (int row = 0; row < batch.rows(); row++) {
                bind(PackedRow.unpack(batch.bytes(0).copy(row)));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException refused) {
            throw database.problems().of("table " + table.name()).exception(refused);
        }
    }

    private void bind(List<PackedRow.Value> values) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            insert.setBoolean(2 * i + 1, values.get(i).isText());
            insert.setObject(2 * i + 2, values.get(i).value());
        }
    }

    /** There is nothing left to do: the file is given up as a whole where the sync does not end well. */
    @Override
    public void finish() {}

    @Override
    public void close() {
        try {
            insert.close();
        } catch (SQLException refused) {
            throw database.problems().exception(refused);
        }
    }
}
