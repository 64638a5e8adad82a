package io.github.dbsync.sqlite;

import io.github.dbsync.batch.BytesVector;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.sqlite.file.ByteSlice;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The bytes of texts, whatever they are. They are written as bytes too, and SQLite is told to take them for text. */
record RawTextMapping() implements ColumnMapping {

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        if (storage != Storage.TEXT) {
            return Misfit.of(storage);
        }
        ByteSlice text = cells.rawText(column);
        ((BytesVector) vector).set(row, text.array(), text.start(), text.length());
        return null;
    }

    @Override
    public Object write(Vector vector, int row) {
        return ((BytesVector) vector).copy(row);
    }
}
