package io.github.dbsync.postgres;

import io.github.dbsync.batch.Batch;

/** Spells rows for COPY FROM. */
interface CopyEncoder {

    /** The options of the COPY that reads what this writes. */
    String options();

    /** Whatever comes before the first row. */
    void begin(CopyBuffer out);

    /**
     * One row.
     *
     * @throws UnfitValueException where a value is outside the range of its type
     */
    void encode(Batch batch, int row, CopyBuffer out);

    /** Whatever comes after the last row. */
    void end(CopyBuffer out);

    /** A value that its column's binary form cannot hold. */
    final class UnfitValueException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int column;

        UnfitValueException(int column, ArithmeticException cause) {
            super(cause);
            this.column = column;
        }

        int column() {
            return column;
        }
    }
}
