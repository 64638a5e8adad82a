package io.github.dbsync.sqlite;

import io.github.dbsync.sqlite.PackedRow.Value;
import io.github.dbsync.sqlite.file.ByteSlice;
import io.github.dbsync.sqlite.file.Record;
import io.github.dbsync.sqlite.file.SerialType;
import io.github.dbsync.sqlite.file.TableScan;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The values of the row that a scan of pages stands on, as SQLite would give them. */
final class PageCells implements Cells {

    private final TableScan scan;
    private final Record row;
    private final PageColumn[] columns;
    private final @Nullable Value[] added;
    private final IntFunction<Value> addedValue;
    private final Charset encoding;
    private final SqliteProblems problems;

    /** @param addedValue what a row has in a column of these that was added after it was written */
    PageCells(
            TableScan scan,
            PageColumn[] columns,
            IntFunction<Value> addedValue,
            Charset encoding,
            SqliteProblems problems) {
        this.scan = scan;
        this.row = scan.record();
        this.columns = columns;
        this.added = new @Nullable Value[columns.length];
        this.addedValue = addedValue;
        this.encoding = encoding;
        this.problems = problems;
    }

    /**
     * A column that is read.
     *
     * @param place of its value in the records
     * @param isRowid whether the rowid is its value, whatever the records have
     * @param isReal whether integers are read as floating-point numbers: SQLite keeps whole ones so (SQLite docs, "Datatypes In
     *     SQLite", 2)
     */
    record PageColumn(int place, boolean isRowid, boolean isReal) {}

    @Override
    public Charset encoding() {
        return encoding;
    }

    @Override
    public Storage storage(int column) {
        PageColumn read = columns[column];
        if (read.isRowid()) {
            return Storage.INTEGER;
        }
        if (read.place() >= row.columns()) {
            return storage(added(column));
        }
        long type = row.type(read.place());
        if (SerialType.isInteger(type)) {
            return read.isReal() ? Storage.REAL : Storage.INTEGER;
        }
        if (type == SerialType.REAL) {
            return Double.isNaN(real(column)) ? Storage.NULL : Storage.REAL;
        }
        return SerialType.isText(type) ? Storage.TEXT : SerialType.isBlob(type) ? Storage.BLOB : Storage.NULL;
    }

    private static Storage storage(Value value) {
        if (value.value() instanceof Long) {
            return Storage.INTEGER;
        }
        if (value.value() instanceof Double) {
            return Storage.REAL;
        }
        if (value.value() == null) {
            return Storage.NULL;
        }
        return value.isText() ? Storage.TEXT : Storage.BLOB;
    }

    private Value added(int column) {
        Value known = added[column];
        if (known == null) {
            known = addedValue.apply(column);
            added[column] = known;
        }
        return known;
    }

    @Override
    public long integer(int column) {
        PageColumn read = columns[column];
        if (read.isRowid()) {
            return scan.rowid();
        }
        if (read.place() >= row.columns()) {
            return added(column).value() instanceof Long integer ? integer : 0;
        }
        try {
            return row.integer(read.place());
        } catch (IOException damaged) {
            throw problems.exception(damaged);
        }
    }

    @Override
    public double real(int column) {
        int place = columns[column].place();
        if (place >= row.columns()) {
            return added(column).value() instanceof Double real ? real : 0;
        }
        try {
            return SerialType.isInteger(row.type(place)) ? row.integer(place) : row.real(place);
        } catch (IOException damaged) {
            throw problems.exception(damaged);
        }
    }

    @Override
    public ByteSlice blob(int column) {
        int place = columns[column].place();
        if (place >= row.columns()) {
            return ByteSlice.of(added(column).value() instanceof byte[] bytes ? bytes : new byte[0]);
        }
        try {
            return row.bytes(place);
        } catch (IOException damaged) {
            throw problems.exception(damaged);
        }
    }

    @Override
    public ByteSlice rawText(int column) {
        return blob(column);
    }

    @Override
    public long rowid() {
        return scan.rowid();
    }
}
