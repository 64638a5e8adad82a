package io.github.dbsync.sqlite;

import io.github.dbsync.batch.Vector;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Takes only values that the way back stores again as they are: what a rule wants is tried before it is believed. */
record ReversibleMapping(ColumnMapping mapping, Affinity affinity) implements ColumnMapping {

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        Misfit misfit = mapping.read(cells, column, storage, vector, row);
        if (misfit != null) {
            return misfit;
        }
        Object written = mapping.write(vector, row);
        boolean same =
                written != null && StoredValue.of(written, affinity).equals(StoredValue.of(cells, column, storage));
        return same ? null : Misfit.NOT_REVERSIBLE;
    }

    @Override
    public @Nullable Object write(Vector vector, int row) {
        return mapping.write(vector, row);
    }
}
