package io.github.dbsync.postgres;

import io.github.dbsync.batch.Batch;
import io.github.dbsync.catalog.Column;
import io.github.dbsync.catalog.Table;
import io.github.dbsync.dialect.DumpDamagedException;
import io.github.dbsync.dialect.DumpInput;
import io.github.dbsync.dialect.DumpedRows;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Rows as psql's {@code COPY ... FROM stdin} (source: PostgreSQL docs, COPY, Text Format). */
final class DumpedCopyRows implements DumpedRows {

    private final Table table;
    private final List<ColumnForm> forms;
    private final TextCopyEncoder encoder;
    private final CopyBuffer lines = new CopyBuffer(64 * 1024);
    private final CopyBuffer field = new CopyBuffer(1024);

    DumpedCopyRows(Table table) {
        this.table = table;
        this.forms = table.storedColumns().stream()
                .map(column -> PostgresTypes.form(column.logical()))
                .toList();
        this.encoder = new TextCopyEncoder(forms);
    }

    @Override
    public String head() {
        List<String> columns = table.storedColumns().stream().map(Column::name).toList();
        String list = columns.isEmpty() ? "" : " (" + Quoting.names(columns) + ")";
        return "COPY " + Quoting.name(table.name()) + list + " FROM stdin;\n";
    }

    @Override
    public String tail() {
        return "\\.\n\n";
    }

    @Override
    public void write(Batch batch, OutputStream out) throws IOException {
        for (int row = 0; row < batch.rows(); row++) {
            lines.clear();
            encoder.encode(batch, row, lines);
            out.write(lines.array(), 0, lines.size());
        }
    }

    @Override
    public void read(DumpInput in, Batch batch) throws IOException {
        for (int column = 0; column < forms.size(); column++) {
            if (column > 0) {
                in.expect("\t");
            }
            readField(in, batch, column);
        }
        in.expect("\n");
    }

    private void readField(DumpInput in, Batch batch, int column) throws IOException {
        field.clear();
        if (isNull(in)) {
            batch.column(column).setNull(batch.rows());
            return;
        }
        try {
            forms.get(column).parse(field.array(), field.size(), batch.column(column), batch.rows());
        } catch (RuntimeException notOfItsType) {
            throw new DumpDamagedException("a value of column " + (column + 1) + " is none of its type");
        }
    }

    /** Reads a field without its escapes; a null is an escape of its own. */
    private boolean isNull(DumpInput in) throws IOException {
        while (in.peek() != '\t' && in.peek() != '\n') {
            int character = in.read();
            if (character == '\\') {
                int escaped = in.read();
                if (escaped == 'N') {
                    return true;
                }
                field.putByte(unescaped(escaped));
            } else {
                field.putByte(character);
            }
        }
        return false;
    }

    private static int unescaped(int character) {
        return switch (character) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> character;
        };
    }
}
