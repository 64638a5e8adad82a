package io.github.dbsync.sqlite;

import io.github.dbsync.batch.BytesVector;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.sqlite.file.ByteSlice;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Blobs; no affinity changes them. */
record BytesMapping() implements ColumnMapping {

    @Override
    public boolean fitsEvery(Storage storage) {
        return storage == Storage.BLOB;
    }

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        if (storage != Storage.BLOB) {
            return Misfit.of(storage);
        }
        ByteSlice blob = cells.blob(column);
        ((BytesVector) vector).set(row, blob.array(), blob.start(), blob.length());
        return null;
    }

    @Override
    public Object write(Vector vector, int row) {
        return ((BytesVector) vector).copy(row);
    }

    @Override
    public boolean write(Vector vector, int row, RecordCell cell) {
        BytesVector bytes = (BytesVector) vector;
        return cell.blob(bytes.array(), bytes.start(row), bytes.length(row));
    }
}
