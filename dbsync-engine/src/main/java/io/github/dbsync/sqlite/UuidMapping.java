package io.github.dbsync.sqlite;

import io.github.dbsync.batch.BytesVector;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.sqlite.file.ByteSlice;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs as their canonical text; only lower case comes back as it was. */
record UuidMapping() implements ColumnMapping {

    private static final int BYTES = 16;
    private static final int CHARACTERS = 36;

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        if (storage != Storage.TEXT) {
            return Misfit.of(storage);
        }
        ByteSlice text = cells.text(column);
        byte[] value = new byte[BYTES];
        if (!parse(text, value)) {
            return Misfit.NO_UUID;
        }
        ((BytesVector) vector).set(row, value);
        return null;
    }

    private static boolean parse(ByteSlice slice, byte[] value) {
        byte[] text = slice.array();
        int at = slice.start();
        for (int i = 0; i < BYTES && slice.length() == CHARACTERS; i++) {
            if (i == 4 || i == 6 || i == 8 || i == 10) {
                if (text[at++] != '-') {
                    return false;
                }
            }
            int high = digit(text[at++]);
            int low = digit(text[at++]);
            if (high < 0 || low < 0) {
                return false;
            }
            value[i] = (byte) (high << 4 | low);
        }
        return at == slice.start() + CHARACTERS;
    }

    private static int digit(byte character) {
        if (character >= '0' && character <= '9') {
            return character - '0';
        }
        return character >= 'a' && character <= 'f' ? character - 'a' + 10 : -1;
    }

    @Override
    public Object write(Vector vector, int row) {
        BytesVector bytes = (BytesVector) vector;
        ByteBuffer value = ByteBuffer.wrap(bytes.array(), bytes.start(row), BYTES);
        return new UUID(value.getLong(), value.getLong()).toString();
    }
}
