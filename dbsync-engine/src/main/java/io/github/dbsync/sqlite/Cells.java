package io.github.dbsync.sqlite;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.sqlite.core.DB;

/** The values of the row that a statement stands on, read without boxing. */
final class Cells {

    /** What no text in UTF-8 contains: stands for a text that is not valid in UTF-16. */
    private static final byte[] INVALID = {(byte) 0xFF};

    private final DB database;
    private final long statement;
    private final RowQuery query;

    Cells(DB database, long statement, RowQuery query) {
        this.database = database;
        this.statement = statement;
        this.query = query;
    }

    Storage storage(int column) throws SQLException {
        return Storage.of(database.column_type(statement, query.valueAt(column)));
    }

    long integer(int column) throws SQLException {
        return database.column_long(statement, query.valueAt(column));
    }

    double real(int column) throws SQLException {
        return database.column_double(statement, query.valueAt(column));
    }

    byte[] blob(int column) throws SQLException {
        return database.column_blob(statement, query.valueAt(column));
    }

    /** A text's own bytes in UTF-8, whatever they are; the blob interface hands them out unchanged. */
    byte[] text(int column) throws SQLException {
        if (query.encoding().equals(StandardCharsets.UTF_8)) {
            return database.column_blob(statement, query.valueAt(column));
        }
        return inUtf8(database.column_blob(statement, query.rawTextAt(column)), query.encoding());
    }

    /** A text's own bytes in the database's encoding. */
    byte[] rawText(int column) throws SQLException {
        boolean utf8 = query.encoding().equals(StandardCharsets.UTF_8);
        return database.column_blob(statement, utf8 ? query.valueAt(column) : query.rawTextAt(column));
    }

    /** Which byte of a text is not as it should be, for people; empty where the text is kept in UTF-16. */
    String badByte(int column) throws SQLException {
        return query.encoding().equals(StandardCharsets.UTF_8) ? ", byte " + Utf8.firstBadByte(text(column)) : "";
    }

    /** The row's rowid; only where the query has one. */
    long rowid() throws SQLException {
        return database.column_long(statement, 0);
    }

    private static byte[] inUtf8(byte[] raw, Charset encoding) {
        try {
            CharBuffer text = encoding.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw));
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException malformed) {
            return INVALID;
        }
    }
}
