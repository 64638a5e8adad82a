package io.github.dbsync.sqlite;

import io.github.dbsync.batch.BytesVector;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.catalog.EnumLabels;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Texts that must be among an enum's values. */
record EnumMapping(ColumnMapping text, Set<String> labels) implements ColumnMapping {

    EnumMapping(EnumLabels form, Affinity affinity) {
        this(new TextMapping(null, affinity), Set.copyOf(form.labels()));
    }

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        Misfit misfit = text.read(cells, column, storage, vector, row);
        return misfit == null && !isLabel(((BytesVector) vector).copy(row)) ? Misfit.NO_SUCH_LABEL : misfit;
    }

    private boolean isLabel(byte[] utf8) {
        return labels.contains(new String(utf8, StandardCharsets.UTF_8));
    }

    @Override
    public @Nullable Object write(Vector vector, int row) {
        return text.write(vector, row);
    }

    @Override
    public boolean write(Vector vector, int row, RecordCell cell) {
        return text.write(vector, row, cell);
    }
}
