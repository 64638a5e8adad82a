package io.github.dbsync.sqlite;

import io.github.dbsync.sqlite.file.RecordBuilder;
import java.util.regex.Pattern;

/**
 * Where a mapping puts the value of one column into a record: in the form that an INSERT gives it by the column's affinity
 * (SQLite docs, "Datatypes In SQLite", 3). Each method says whether it could; a value that only SQLite itself knows how to turn
 * into the column's storage class is not taken.
 */
record RecordCell(RecordBuilder record, Affinity affinity) {

    private static final Pattern PLAIN_INTEGER = Pattern.compile("-?\\d{1,18}");

    boolean integer(long value) {
        switch (affinity) {
            case INTEGER, NUMERIC, BLOB -> record.addInteger(value);
            case REAL -> record.addCompactReal((double) value);
            case TEXT -> record.addText(Long.toString(value));
        }
        return true;
    }

    boolean real(double value) {
        switch (affinity) {
            case BLOB -> record.addReal(value);
            case REAL -> record.addCompactReal(value);
            case INTEGER, NUMERIC -> number(value);
            case TEXT -> {
                return false;
            }
        }
        return !Double.isNaN(value);
    }

    /** SQLite makes no integer of what could be a greater number than the greatest of them, or a lesser than the least. */
    private void number(double value) {
        long whole = (long) value;
        if (whole == value && whole > Long.MIN_VALUE && whole < Long.MAX_VALUE) {
            record.addInteger(whole);
        } else {
            record.addReal(value);
        }
    }

    boolean text(String value) {
        if (affinity.bendsNumericText() && NumericText.is(value)) {
            return PLAIN_INTEGER.matcher(value).matches() && integer(Long.parseLong(value));
        }
        record.addText(value);
        return true;
    }

    /** Puts a text that is given in UTF-8 into a column that keeps every text. */
    void text(byte[] utf8, int offset, int length) {
        record.addText(utf8, offset, length);
    }

    boolean blob(byte[] value, int offset, int length) {
        record.addBlob(value, offset, length);
        return true;
    }

    /** @param value a Long, a Double, a String or a byte array */
    boolean value(Object value) {
        if (value instanceof Long integer) {
            return integer(integer);
        } else if (value instanceof Double real) {
            return real(real);
        } else if (value instanceof String text) {
            return text(text);
        }
        byte[] blob = (byte[]) value;
        return blob(blob, 0, blob.length);
    }
}
