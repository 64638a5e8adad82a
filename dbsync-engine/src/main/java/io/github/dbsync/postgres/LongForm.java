package io.github.dbsync.postgres;

import io.github.dbsync.batch.LongVector;
import io.github.dbsync.batch.Vector;

/** A form whose binary spelling is the carrier itself: eight bytes. */
interface LongForm extends ColumnForm {

    @Override
    default void read(byte[] source, int offset, int length, Vector target, int row) {
        ((LongVector) target).set(row, CopyBuffer.longAt(source, offset));
    }

    @Override
    default void write(Vector source, int row, CopyBuffer out) {
        out.putInt(Long.BYTES);
        out.putLong(((LongVector) source).get(row));
    }
}
