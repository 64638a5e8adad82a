package io.github.dbsync.postgres;

import io.github.dbsync.batch.Batch;
import java.util.List;

/** Spells rows for text COPY, the way in for types without a simple binary form (source: PostgreSQL docs, COPY, Text Format). */
final class TextCopyEncoder implements CopyEncoder {

    private final ColumnForm[] forms;

    TextCopyEncoder(List<ColumnForm> forms) {
        this.forms = forms.toArray(ColumnForm[]::new);
    }

    @Override
    public String options() {
        return "FORMAT text";
    }

    @Override
    public void begin(CopyBuffer out) {}

    @Override
    public void encode(Batch batch, int row, CopyBuffer out) {
        for (int column = 0; column < forms.length; column++) {
            if (column > 0) {
                out.putByte('\t');
            }
            if (batch.column(column).isNull(row)) {
                out.putAscii("\\N");
            } else {
                encodeValue(batch, column, row, out);
            }
        }
        out.putByte('\n');
    }

    private void encodeValue(Batch batch, int column, int row, CopyBuffer out) {
        try {
            forms[column].print(batch.column(column), row, out);
        } catch (ArithmeticException e) {
            throw new UnfitValueException(column, e);
        }
    }

    @Override
    public void end(CopyBuffer out) {}
}
