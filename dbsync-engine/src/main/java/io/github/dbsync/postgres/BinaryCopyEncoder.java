package io.github.dbsync.postgres;

import io.github.dbsync.batch.Batch;
import java.util.List;

/** Spells rows for binary COPY (source: PostgreSQL docs, COPY, Binary Format). */
final class BinaryCopyEncoder implements CopyEncoder {

    private static final int NULL_LENGTH = -1;
    private static final int TRAILER = -1;
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0};

    private final ColumnForm[] forms;

    BinaryCopyEncoder(List<ColumnForm> forms) {
        this.forms = forms.toArray(ColumnForm[]::new);
    }

    @Override
    public String options() {
        return "FORMAT binary";
    }

    @Override
    public void begin(CopyBuffer out) {
        out.put(SIGNATURE, 0, SIGNATURE.length);
        out.putLong(0);
    }

    @Override
    public void encode(Batch batch, int row, CopyBuffer out) {
        out.putShort(forms.length);
        for (int column = 0; column < forms.length; column++) {
            if (batch.column(column).isNull(row)) {
                out.putInt(NULL_LENGTH);
            } else {
                encodeValue(batch, column, row, out);
            }
        }
    }

    private void encodeValue(Batch batch, int column, int row, CopyBuffer out) {
        try {
            forms[column].write(batch.column(column), row, out);
        } catch (ArithmeticException e) {
            throw new UnfitValueException(column, e);
        }
    }

    @Override
    public void end(CopyBuffer out) {
        out.putShort(TRAILER);
    }
}
