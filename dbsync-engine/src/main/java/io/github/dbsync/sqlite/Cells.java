package io.github.dbsync.sqlite;

import io.github.dbsync.sqlite.file.ByteSlice;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;

/** The values of the row that a cursor stands on, read without boxing. Columns are counted from 0. */
interface Cells {

    /** How the database keeps texts. */
    Charset encoding();

    Storage storage(int column) throws SQLException;

    /** The value of an integer. */
    long integer(int column) throws SQLException;

    /** The value of a floating-point number. */
    double real(int column) throws SQLException;

    /** The bytes of a blob, valid until the cursor goes on. */
    ByteSlice blob(int column) throws SQLException;

    /** A text's own bytes in the database's encoding, valid until the cursor goes on. */
    ByteSlice rawText(int column) throws SQLException;

    /** The row's rowid; only where the query has one. */
    long rowid() throws SQLException;

    /** A text's own bytes in UTF-8, whatever they are; what is not valid in UTF-16 comes as bytes that are not valid either. */
    default ByteSlice text(int column) throws SQLException {
        return isUtf8() ? rawText(column) : ByteSlice.of(Utf8.of(rawText(column).copy(), encoding()));
    }

    /** Which byte of a text is not as it should be, for people; empty where the text is kept in UTF-16. */
    default String badByte(int column) throws SQLException {
        return isUtf8() ? ", byte " + Utf8.firstBadByte(text(column).copy()) : "";
    }

    private boolean isUtf8() {
        return encoding().equals(StandardCharsets.UTF_8);
    }
}
