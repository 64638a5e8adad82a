package io.github.dbsync.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.util.HexFormat;

/**
 * A value as SQLite stores it, to be compared: its storage class and its content.
 *
 * @param storage the storage class
 * @param content the digits of an integer, the bits of a floating-point number, the bytes of a text or blob
 */
record StoredValue(Storage storage, String content) {

    private static final HexFormat HEX = HexFormat.of();

    /** What a column of an affinity makes of a value that a mapping writes (SQLite docs, "Datatypes In SQLite", 3). */
    static StoredValue of(Object value, Affinity affinity) {
        if (value instanceof String text && affinity.bendsNumericText() && NumericText.is(text)) {
            return number(text.strip(), affinity);
        }
        if (value instanceof Long integer && affinity == Affinity.REAL) {
            return asItIs((double) integer);
        }
        if (value instanceof Long && affinity == Affinity.TEXT) {
            return asItIs(value.toString());
        }
        if (value instanceof Double real && affinity.bendsWholeNumbers() && isInteger(real)) {
            return asItIs(real.longValue());
        }
        return asItIs(value);
    }

    /** Only whole numbers of usual length are ever written so; what becomes of others is nothing that was there before. */
    private static StoredValue number(String digits, Affinity affinity) {
        boolean integer = digits.matches("-?\\d{1,18}");
        return integer ? of(Long.valueOf(digits), affinity) : of(Double.valueOf(digits), affinity);
    }

    private static boolean isInteger(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1L << 62;
    }

    /** A value as it is where no affinity changes it. */
    static StoredValue asItIs(Object value) {
        if (value instanceof Long integer) {
            return new StoredValue(Storage.INTEGER, Long.toString(integer));
        } else if (value instanceof Double real) {
            return new StoredValue(Storage.REAL, Long.toHexString(Double.doubleToRawLongBits(real)));
        } else if (value instanceof String text) {
            return new StoredValue(Storage.TEXT, HEX.formatHex(text.getBytes(UTF_8)));
        }
        return new StoredValue(Storage.BLOB, HEX.formatHex((byte[]) value));
    }

    /** The value of a cell that is not null. */
    static StoredValue of(Cells cells, int column, Storage storage) throws SQLException {
        return switch (storage) {
            case INTEGER -> asItIs(cells.integer(column));
            case REAL -> asItIs(cells.real(column));
            case TEXT ->
                new StoredValue(Storage.TEXT, HEX.formatHex(cells.text(column).copy()));
            case BLOB, NULL -> asItIs(cells.blob(column).copy());
        };
    }
}
