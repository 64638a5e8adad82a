package io.github.dbsync.sqlite;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.dbsync.batch.BytesVector;
import io.github.dbsync.batch.Vector;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Texts that must be JSON, each to the letter as it is. */
record JsonMapping(ColumnMapping text) implements ColumnMapping {

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        Misfit misfit = text.read(cells, column, storage, vector, row);
        return misfit == null && !isJson(((BytesVector) vector).copy(row)) ? Misfit.NO_JSON : misfit;
    }

    static boolean isJson(byte[] text) {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException malformed) {
            return false;
        }
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
