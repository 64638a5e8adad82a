package io.github.dbsync.sqlite;

import io.github.dbsync.batch.BytesVector;
import io.github.dbsync.batch.Vector;
import io.github.dbsync.catalog.LogicalType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Exact decimal numbers. In a column with TEXT affinity they are their own text; in a numeric column SQLite keeps whole
 * numbers as integers and others as doubles, whose shortest decimal text is the number.
 */
record DecimalMapping(LogicalType.Decimal type, Affinity affinity) implements ColumnMapping {

    private static final BigDecimal LEAST_INTEGER = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal GREATEST_INTEGER = BigDecimal.valueOf(Long.MAX_VALUE);

    @Override
    public @Nullable Misfit read(Cells cells, int column, Storage storage, Vector vector, int row) throws SQLException {
        BytesVector bytes = (BytesVector) vector;
        return switch (storage) {
            case INTEGER -> integer(bytes, row, cells.integer(column));
            case REAL -> real(bytes, row, cells.real(column));
            case TEXT -> text(bytes, row, cells.text(column).copy());
            case BLOB, NULL -> Misfit.of(storage);
        };
    }

    private @Nullable Misfit integer(BytesVector bytes, int row, long value) {
        return affinity.bendsWholeNumbers() ? set(bytes, row, BigDecimal.valueOf(value)) : Misfit.AN_INTEGER;
    }

    private @Nullable Misfit real(BytesVector bytes, int row, double value) {
        if (!affinity.bendsWholeNumbers()) {
            return Misfit.A_REAL;
        }
        if (Double.isInfinite(value)) {
            return set(bytes, row, value > 0 ? DecimalText.INFINITY : DecimalText.NEGATIVE_INFINITY);
        }
        BigDecimal number = DecimalText.shortest(value);
        return isInteger(number) ? Misfit.WHOLE_REAL : set(bytes, row, number);
    }

    private @Nullable Misfit text(BytesVector bytes, int row, byte[] text) {
        if (affinity == Affinity.TEXT && DecimalText.isCanonical(text, type)) {
            bytes.set(row, text);
            return null;
        }
        String digits = new String(text, StandardCharsets.ISO_8859_1);
        if (DecimalText.isSpecial(digits)) {
            return set(bytes, row, digits);
        }
        BigDecimal number = affinity == Affinity.TEXT ? DecimalText.parse(digits) : null;
        return number == null ? Misfit.NO_NUMBER : set(bytes, row, number);
    }

    private @Nullable Misfit set(BytesVector bytes, int row, String special) {
        if (type.precision() != null && !special.equals(DecimalText.NOT_A_NUMBER)) {
            return Misfit.TOO_MANY_DIGITS;
        }
        bytes.set(row, special.getBytes(StandardCharsets.US_ASCII));
        return null;
    }

    private @Nullable Misfit set(BytesVector bytes, int row, BigDecimal number) {
        String text = DecimalText.canonical(number, type);
        if (text == null) {
            return Misfit.TOO_MANY_DIGITS;
        }
        bytes.set(row, text.getBytes(StandardCharsets.US_ASCII));
        return null;
    }

    @Override
    public @Nullable Object write(Vector vector, int row) {
        BytesVector bytes = (BytesVector) vector;
        String text = new String(bytes.array(), bytes.start(row), bytes.length(row), StandardCharsets.US_ASCII);
        return affinity.bendsNumericText() ? numeric(text) : text;
    }

    private static @Nullable Object numeric(String text) {
        if (text.equals(DecimalText.NOT_A_NUMBER)) {
            return text;
        }
        if (DecimalText.isSpecial(text)) {
            return text.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        BigDecimal number = new BigDecimal(text);
        if (isInteger(number)) {
            return number.longValueExact();
        }
        double nearest = number.doubleValue();
        boolean same =
                !Double.isInfinite(nearest) && DecimalText.shortest(nearest).compareTo(number) == 0;
        return same ? nearest : null;
    }

    /** Whether SQLite keeps the number as an integer. */
    private static boolean isInteger(BigDecimal number) {
        return number.compareTo(LEAST_INTEGER) >= 0
                && number.compareTo(GREATEST_INTEGER) <= 0
                && (number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0);
    }
}
