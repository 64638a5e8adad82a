package io.github.dbsync.sqlite;

import io.github.dbsync.catalog.LogicalType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decimal numbers as canonical text, in the words of {@link LogicalType.Decimal}. */
final class DecimalText {

    static final String NOT_A_NUMBER = "NaN";
    static final String INFINITY = "Infinity";
    static final String NEGATIVE_INFINITY = "-Infinity";

    /** More than any number of PostgreSQL has (docs, "Numeric Types"): what is longer is none. */
    private static final int MOST_CHARACTERS = 150_000;

    private static final int GREATEST_EXPONENT = 131_072;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,6})?");

    private DecimalText() {}

    static boolean isSpecial(String text) {
        return text.equals(NOT_A_NUMBER) || text.equals(INFINITY) || text.equals(NEGATIVE_INFINITY);
    }

    /** The shortest decimal number that is nearest to this double and to no other. */
    static BigDecimal shortest(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros();
    }

    /** The number that a text says, or null where it says none that PostgreSQL could hold. */
    static @Nullable BigDecimal parse(String text) {
        if (text.length() > MOST_CHARACTERS || !NUMBER.matcher(text).matches()) {
            return null;
        }
        BigDecimal number = new BigDecimal(text);
        return Math.abs(number.scale()) > GREATEST_EXPONENT ? null : number;
    }

    /** The number's text with as many digits behind the point as its type says, or null where it has more than fit. */
    static @Nullable String canonical(BigDecimal number, LogicalType.Decimal type) {
        Integer scale = type.scale();
        Integer precision = type.precision();
        if (scale == null || precision == null) {
            return number.toPlainString();
        }
        if (number.signum() != 0 && number.stripTrailingZeros().scale() > scale) {
            return null;
        }
        BigDecimal scaled = number.setScale(scale, RoundingMode.UNNECESSARY);
        return scaled.signum() != 0 && scaled.precision() > precision ? null : scaled.toPlainString();
    }

    /** Whether a text is canonical already, as nearly all are: then it need not be made again. */
    static boolean isCanonical(byte[] text, LogicalType.Decimal type) {
        int first = text.length > 0 && text[0] == '-' ? 1 : 0;
        int point = indexOf(text, '.');
        int fraction = point < 0 ? 0 : text.length - point - 1;
        int whole = (point < 0 ? text.length : point) - first;
        boolean leads = whole > 0 && (whole == 1 || text[first] != '0') && (point < 0 || fraction > 0);
        return leads
                && digitsOnly(text, first, point)
                && fits(whole, fraction, text[first] == '0', type)
                && !(first == 1 && isZero(text));
    }

    private static boolean fits(int whole, int fraction, boolean leadingZero, LogicalType.Decimal type) {
        Integer scale = type.scale();
        Integer precision = type.precision();
        if (scale == null || precision == null) {
            return true;
        }
        return scale >= 0 && fraction == scale && (leadingZero ? 0 : whole) <= precision - scale;
    }

    private static boolean digitsOnly(byte[] text, int first, int point) {
        for (int i = first; i < text.length; i++) {
            if (i != point && (text[i] < '0' || text[i] > '9')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isZero(byte[] text) {
        for (byte b : text) {
            if (b >= '1' && b <= '9') {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(byte[] text, char sought) {
        for (int i = 0; i < text.length; i++) {
            if (text[i] == sought) {
                return i;
            }
        }
        return -1;
    }
}
