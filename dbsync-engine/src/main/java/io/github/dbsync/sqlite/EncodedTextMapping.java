package io.github.dbsync.sqlite;

import io.github.dbsync.batch.BytesVector;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.sqlite.file.ByteSlice;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Text in an encoding that is not the database's. It is written as bytes, and SQLite is told to take them for text. */
record EncodedTextMapping(Charset charset) implements ColumnMapping {

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        if (storage != Storage.TEXT) {
            return Misfit.of(storage);
        }
        byte[] raw = cells.rawText(column).copy();
        byte[] text = utf8(raw);
        if (text == null) {
            return Misfit.ANOTHER_ENCODING;
        }
        if (!Arrays.equals(raw, encoded(text))) {
            return Misfit.NOT_REVERSIBLE;
        }
        ((BytesVector) vector).set(row, text);
        return Utf8.check(ByteSlice.of(text));
    }

    private byte @Nullable [] utf8(byte[] raw) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(raw)).toString().getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException malformed) {
            return null;
        }
    }

    private byte @Nullable [] encoded(byte[] text) {
        try {
            ByteBuffer encoded = charset.newEncoder().encode(CharBuffer.wrap(new String(text, StandardCharsets.UTF_8)));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException unmappable) {
            return null;
        }
    }

    @Override
    public byte @Nullable [] write(Vector vector, int row) {
        return encoded(((BytesVector) vector).copy(row));
    }
}
