package io.github.dbsync.postgres;

import io.github.dbsync.batch.Batch;
import java.util.List;

/**
 * Reads the messages of a binary COPY into batches. PostgreSQL sends one row a message, with the file's header before the
 * first row and its trailer in the place of a row (source: PostgreSQL docs, COPY, Binary Format, and Frontend/Backend
 * Protocol, COPY Operations).
 */
final class BinaryCopyDecoder {

    private static final int SIGNATURE = 11;
    private static final int NULL_LENGTH = -1;
    private static final int TRAILER = -1;

    private final ColumnForm[] forms;
    private boolean headerRead;

    BinaryCopyDecoder(List<ColumnForm> forms) {
        this.forms = forms.toArray(ColumnForm[]::new);
    }

    /** Puts the row of a message, where it holds one, into the batch. */
    void decode(byte[] message, Batch batch) {
        int position = headerRead ? 0 : headerLength(message);
        headerRead = true;
        if (position < message.length && CopyBuffer.shortAt(message, position) != TRAILER) {
            decodeRow(message, position + Short.BYTES, batch);
        }
    }

    /** The signature, flags, and an extension with its length. */
    private static int headerLength(byte[] message) {
        int extension = SIGNATURE + Integer.BYTES;
        return extension + Integer.BYTES + CopyBuffer.intAt(message, extension);
    }

    private void decodeRow(byte[] message, int start, Batch batch) {
        int position = start;
        int row = batch.rows();
        for (int column = 0; column < forms.length; column++) {
            int length = CopyBuffer.intAt(message, position);
            position += Integer.BYTES;
            if (length == NULL_LENGTH) {
                batch.column(column).setNull(row);
            } else {
                forms[column].read(message, position, length, batch.column(column), row);
                position += length;
            }
        }
        batch.endRow();
    }
}
