package io.github.dbsync.sqlite;

import io.github.dbsync.batch.BytesVector;
import io.github.dbsync.batch.Vector;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL prints of a type that SQLite has not: text, and in a column for integers the number that the text is, such as
 * an {@code oid}.
 */
record PrintedMapping(TextMapping text, Affinity affinity) implements ColumnMapping {

    PrintedMapping(Affinity affinity) {
        this(new TextMapping(null, affinity), affinity);
    }

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        if (storage != Storage.INTEGER || affinity != Affinity.INTEGER) {
            return text.read(cells, column, storage, vector, row);
        }
        ((BytesVector) vector).set(row, Long.toString(cells.integer(column)).getBytes(StandardCharsets.US_ASCII));
        return null;
    }

    @Override
    public @Nullable Object write(Vector vector, int row) {
        BytesVector bytes = (BytesVector) vector;
        String printed = new String(bytes.array(), bytes.start(row), bytes.length(row), StandardCharsets.UTF_8);
        return affinity == Affinity.INTEGER && printed.matches("0|-?[1-9][0-9]{0,17}")
                ? Long.valueOf(printed)
                : text.write(vector, row);
    }
}
