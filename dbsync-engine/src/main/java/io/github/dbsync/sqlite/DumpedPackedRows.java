package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.DumpInput;
import io.github.dbsync.dialect.DumpedRows;
import io.github.dbsync.sqlite.PackedRow.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Packed rows as one {@code INSERT} each. */
final class DumpedPackedRows implements DumpedRows {

    private static final byte[] END = ");\n".getBytes(StandardCharsets.UTF_8);

    private final byte[] beginning;
    private final ValueLiterals literals;
    private final int values;

    /**
     * @param table the table with the columns that its rows are packed from
     * @param encoding the encoding of the texts in them
     */
    DumpedPackedRows(Table table, Charset encoding) {
        List<String> columns = Stream.concat(
                        PackedRows.rowid(table).stream(),
                        table.columns().stream().map(Column::name).map(SqliteNames::quote))
                .collect(Collectors.toList());
        this.beginning = ("INSERT INTO " + SqliteNames.quote(table.name().name()) + " (" + String.join(", ", columns)
                        + ") VALUES (")
                .getBytes(StandardCharsets.UTF_8);
        this.literals = new ValueLiterals(encoding);
        this.values = columns.size();
    }

    @Override
    public String head() {
        return "";
    }

    @Override
    public String tail() {
        return "\n";
    }

    @Override
    public void write(Batch batch, OutputStream out) throws IOException {
        for (int row = 0; row < batch.rows(); row++) {
            out.write(beginning);
            writeValues(PackedRow.unpack(batch.bytes(0).copy(row)), out);
            out.write(END);
        }
    }

    private void writeValues(List<Value> row, OutputStream out) throws IOException {
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            literals.write(row.get(i), out);
        }
    }

    @Override
    public void read(DumpInput in, Batch batch) throws IOException {
        in.expect(beginning);
        List<Value> row = new ArrayList<>();
        for (int i = 0; i < values; i++) {
            if (i > 0) {
                in.expect(",");
            }
            row.add(literals.read(in));
        }
        in.expect(END);
        batch.bytes(0).set(batch.rows(), PackedRow.pack(row));
    }
}
