package io.github.dbsync.sqlite;

import io.github.dbsync.sqlite.file.ByteSlice;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.sqlite.core.DB;

/** The values of the row that a statement stands on. */
record StatementCells(DB database, long statement, RowQuery query) implements Cells {

    @Override
    public Charset encoding() {
        return query.encoding();
    }

    @Override
    public Storage storage(int column) throws SQLException {
        return Storage.of(database.column_type(statement, query.valueAt(column)));
    }

    @Override
    public long integer(int column) throws SQLException {
        return database.column_long(statement, query.valueAt(column));
    }

    @Override
    public double real(int column) throws SQLException {
        return database.column_double(statement, query.valueAt(column));
    }

    /** The blob interface hands out a text's bytes unchanged too. */
    @Override
    public ByteSlice blob(int column) throws SQLException {
        return ByteSlice.of(database.column_blob(statement, query.valueAt(column)));
    }

    @Override
    public ByteSlice rawText(int column) throws SQLException {
        boolean utf8 = query.encoding().equals(StandardCharsets.UTF_8);
        return utf8 ? blob(column) : ByteSlice.of(database.column_blob(statement, query.rawTextAt(column)));
    }

    @Override
    public long rowid() throws SQLException {
        return database.column_long(statement, 0);
    }
}
