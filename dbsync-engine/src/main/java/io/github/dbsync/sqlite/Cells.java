package io.github.dbsync.sqlite;

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

    /** The bytes of a blob. */
    byte[] blob(int column) throws SQLException;

    /** A text's own bytes in the database's encoding. */
    byte[] rawText(int column) throws SQLException;

    /** The row's rowid; only where the query has one. */
    long rowid() throws SQLException;

    /** A text's own bytes in UTF-8, whatever they are; what is not valid in UTF-16 comes as bytes that are not valid either. */
    default byte[] text(int column) throws SQLException {
        return isUtf8() ? rawText(column) : Utf8.of(rawText(column), encoding());
    }

    /** Which byte of a text is not as it should be, for people; empty where the text is kept in UTF-16. */
    default String badByte(int column) throws SQLException {
        return isUtf8() ? ", byte " + Utf8.firstBadByte(text(column)) : "";
    }

    private boolean isUtf8() {
        return encoding().equals(StandardCharsets.UTF_8);
    }
}
