package io.github.dbsync.sqlite;

import io.github.dbsync.batch.BytesVector;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.sqlite.file.ByteSlice;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Text, JSON and whatever else PostgreSQL prints.
 *
 * @param maxLength the most characters, or null
 */
record TextMapping(@Nullable Integer maxLength, Affinity affinity) implements ColumnMapping {

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        if (storage != Storage.TEXT) {
            return Misfit.of(storage);
        }
        ByteSlice text = cells.text(column);
        Misfit misfit = Utf8.check(text);
        if (misfit != null) {
            return misfit;
        }
        if (maxLength != null && text.length() > maxLength && Utf8.characters(text) > maxLength) {
            return Misfit.TOO_LONG;
        }
        ((BytesVector) vector).set(row, text.array(), text.start(), text.length());
        return null;
    }

    @Override
    public @Nullable Object write(Vector vector, int row) {
        BytesVector bytes = (BytesVector) vector;
        String text = new String(bytes.array(), bytes.start(row), bytes.length(row), StandardCharsets.UTF_8);
        return affinity.bendsNumericText() && NumericText.is(text) ? null : text;
    }

    @Override
    public boolean write(Vector vector, int row, RecordCell cell) {
        if (affinity.bendsNumericText()) {
            return ColumnMapping.super.write(vector, row, cell);
        }
        BytesVector bytes = (BytesVector) vector;
        cell.text(bytes.array(), bytes.start(row), bytes.length(row));
        return true;
    }
}
